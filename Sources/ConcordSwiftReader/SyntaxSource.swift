import ConcordDiagnostics
import ConcordOutline
import SwiftSyntax

/// A part of a syntax tree that was parsed elsewhere, such as the declaration that a macro is attached to. It returns
/// the outline, and the token at a position of the outline or of a diagnostic.
public struct SyntaxSource {
    private let node: Syntax
    private let source: SourceText
    private let conditions: BuildConditions

    /// Creates a source for a node.
    ///
    /// - Parameters:
    ///   - node: The node.
    ///   - path: The path of the file.
    ///   - start: The position of the node's first token in the file. Without it, lines and columns are those of the
    ///     node's own text.
    ///   - conditions: The conditions for blocks of `#if`.
    public init(
        _ node: some SyntaxProtocol, path: String = "", start: SourcePosition? = nil,
        conditions: BuildConditions = BuildConditions()
    ) {
        self.node = Syntax(node)
        self.conditions = conditions
        source = SourceText(of: node, path: path, start: start)
    }

    /// The outlines of the node: several for `var a, b: Int`, and none if it isn't a declaration.
    public var declarations: [Declaration] {
        guard let declaration = node.as(DeclSyntax.self) else { return [] }
        return OutlineReader(source: source, conditions: conditions).declarations(declaration)
    }

    /// Returns the token at a position, for reporting a diagnostic.
    public func token(at position: SourcePosition) -> TokenSyntax? {
        source.place(of: position).flatMap { node.token(at: $0) }
    }
}
