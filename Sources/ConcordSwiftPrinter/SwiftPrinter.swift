import ConcordOutline

/// Prints declarations as Swift text, laid out as `swift format` leaves it: four blanks a step, lines of 120 columns.
///
/// What is printed reads back as the same outline; time and memory grow with the text alone. Texts that an outline holds
/// as Swift (bodies, accessors, types and values that it doesn't take apart) are printed as they are.
public struct SwiftPrinter: Sendable {
    private let lineLength = 120

    /// Makes a printer.
    public init() {}

    /// The text of a file: its imports in alphabetical order, then its declarations.
    public func print(_ file: SourceFile) -> String { String(decoding: bytes(of: file), as: UTF8.self) }

    /// The text of a file as UTF-8, for whoever writes it to disk.
    public func bytes(of file: SourceFile) -> [UInt8] {
        var buffer = LayoutBuffer(lineLength: lineLength)
        for name in Set(file.imports).sorted(by: Self.precedes) { buffer.line("import \(name)") }
        if !file.imports.isEmpty, !file.declarations.isEmpty { buffer.blankLine() }
        buffer.declarations(file.declarations)
        return buffer.finishedBytes
    }

    /// The text of declarations as they stand in a file, one after the other.
    public func print(_ declarations: [Declaration]) -> String {
        var buffer = LayoutBuffer(lineLength: lineLength)
        buffer.declarations(declarations)
        return buffer.finishedText
    }

    /// The text of declarations as they stand inside `steps` types, each line indented accordingly.
    public func print(_ declarations: [Declaration], indentedBy steps: Int) -> String {
        var buffer = LayoutBuffer(lineLength: lineLength, indentation: steps)
        buffer.declarations(declarations)
        return buffer.finishedText
    }

    /// Whether an empty line is to stand between two declarations that follow each other.
    public func needsEmptyLine(between first: Declaration, and second: Declaration) -> Bool {
        LayoutBuffer(lineLength: lineLength).needsEmptyLine(between: first, and: second)
    }

    /// The text of one declaration, with a line end.
    public func print(_ declaration: Declaration) -> String { print([declaration]) }

    /// The text of a value as it stands at the beginning of a line, without a line end.
    public func print(_ expression: Expression) -> String {
        var buffer = LayoutBuffer(lineLength: lineLength)
        buffer.expression(expression)
        return buffer.text
    }

    /// The text of a type.
    public func print(_ type: TypeExpression) -> String {
        var buffer = LayoutBuffer(lineLength: lineLength)
        buffer.type(type)
        return buffer.text
    }

    /// Imports of single declarations (`struct Foundation.URL`) come after those of modules.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let (leftHasKind, rightHasKind) = (left.utf8.contains(0x20), right.utf8.contains(0x20))
        return leftHasKind == rightHasKind ? left < right : rightHasKind
    }
}

extension LayoutBuffer {
    /// The text of whole lines: without the line end that the first of them began with, with one at the end.
    fileprivate var finishedBytes: [UInt8] { bytes.isEmpty ? [] : bytes.dropFirst() + [UInt8(ascii: "\n")] }

    fileprivate var finishedText: String { String(decoding: finishedBytes, as: UTF8.self) }
}
