import ConcordOutline

/// Prints declarations as Swift code in the layout of `swift format`: four spaces per level, and lines of at most 120
/// columns.
///
/// The output is read back as the same outline. Time and memory are proportional to its length. Parts that an outline
/// stores as source text (bodies, accessors, and types and expressions that it doesn't parse) are printed unchanged.
public struct SwiftPrinter: Sendable {
    private let lineLength = 120

    /// Creates a printer.
    public init() {}

    /// Returns the text of a file: its imports in alphabetical order, and then its declarations.
    public func print(_ file: SourceFile) -> String { String(decoding: bytes(of: file), as: UTF8.self) }

    /// Returns the text of a file as UTF-8.
    public func bytes(of file: SourceFile) -> [UInt8] {
        var buffer = LayoutBuffer(lineLength: lineLength)
        for name in Set(file.imports).sorted(by: Self.precedes) { buffer.line("import \(name)") }
        if !file.imports.isEmpty, !file.declarations.isEmpty { buffer.blankLine() }
        buffer.declarations(file.declarations)
        return buffer.finishedBytes
    }

    /// Returns the text of declarations at file level.
    public func print(_ declarations: [Declaration]) -> String {
        var buffer = LayoutBuffer(lineLength: lineLength)
        buffer.declarations(declarations)
        return buffer.finishedText
    }

    /// Returns the text of declarations inside `steps` types, with the corresponding indentation.
    public func print(_ declarations: [Declaration], indentedBy steps: Int) -> String {
        var buffer = LayoutBuffer(lineLength: lineLength, indentation: steps)
        buffer.declarations(declarations)
        return buffer.finishedText
    }

    /// Returns whether two consecutive declarations are separated by a blank line.
    public func needsEmptyLine(between first: Declaration, and second: Declaration) -> Bool {
        LayoutBuffer(lineLength: lineLength).needsEmptyLine(between: first, and: second)
    }

    /// Returns the text of a declaration, with a final line feed.
    public func print(_ declaration: Declaration) -> String { print([declaration]) }

    /// Returns the text of an expression at the beginning of a line, without a final line feed.
    public func print(_ expression: Expression) -> String {
        var buffer = LayoutBuffer(lineLength: lineLength)
        buffer.expression(expression)
        return buffer.text
    }

    /// Returns the text of a type.
    public func print(_ type: TypeExpression) -> String {
        var buffer = LayoutBuffer(lineLength: lineLength)
        buffer.type(type)
        return buffer.text
    }

    /// Returns whether an import precedes another. Imports of single declarations (`struct Foundation.URL`) follow
    /// those of modules.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let (leftHasKind, rightHasKind) = (left.utf8.contains(0x20), right.utf8.contains(0x20))
        return leftHasKind == rightHasKind ? left < right : rightHasKind
    }
}

extension LayoutBuffer {
    /// The output as whole lines: without the initial line feed, and with a final one.
    fileprivate var finishedBytes: [UInt8] { bytes.isEmpty ? [] : bytes.dropFirst() + [UInt8(ascii: "\n")] }

    fileprivate var finishedText: String { String(decoding: finishedBytes, as: UTF8.self) }
}
