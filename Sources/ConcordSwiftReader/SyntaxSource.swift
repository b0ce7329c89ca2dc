import ConcordDiagnostics
import ConcordOutline
import SwiftSyntax

/// A piece of a syntax tree that something else has parsed, such as the declaration that a macro is attached to: gives
/// its outline, and the syntax at a place that the outline or a diagnostic names.
public struct SyntaxSource {
    private let node: Syntax
    private let source: SourceText
    private let conditions: BuildConditions

    /// Takes a node; `start` is the place of its first token in its file, from which the places of all else are counted.
    /// Without it lines and columns are those of the node's own text.
    public init(
        _ node: some SyntaxProtocol, path: String = "", start: SourcePosition? = nil,
        conditions: BuildConditions = BuildConditions()
    ) {
        self.node = Syntax(node)
        self.conditions = conditions
        source = SourceText(of: node, path: path, start: start)
    }

    /// What the node declares: several outlines for `var a, b: Int`, none if it is no declaration.
    public var declarations: [Declaration] {
        guard let declaration = node.as(DeclSyntax.self) else { return [] }
        return OutlineReader(source: source, conditions: conditions).declarations(declaration)
    }

    /// The token at a place of this piece, to show a diagnostic at.
    public func token(at position: SourcePosition) -> TokenSyntax? {
        source.place(of: position).flatMap { node.token(at: $0) }
    }
}
