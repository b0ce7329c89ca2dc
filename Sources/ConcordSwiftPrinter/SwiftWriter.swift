/// Writes lines of Swift code with an indentation of four spaces per level, for generated code that isn't an outline.
///
///     var writer = SwiftWriter()
///     writer.block("struct Pet") { $0.line("var name: String") }
public struct SwiftWriter: Sendable {
    private var bytes: [UInt8] = []
    private var indentation = 0

    /// Creates an empty writer with `indentation` levels of indentation.
    public init(indentation: Int = 0) {
        self.indentation = indentation
    }

    /// The lines that have been written, each with a line feed.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes indented lines. Empty lines have no indentation.
    public mutating func line(_ text: String = "") {
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !line.isEmpty {
                bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * 4))
                bytes.append(contentsOf: line)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// Writes lines with one more level of indentation.
    public mutating func indented(_ lines: (inout SwiftWriter) throws -> Void) rethrows {
        indentation += 1
        defer { indentation -= 1 }
        try lines(&self)
    }

    /// Writes `opening {`, lines with one more level of indentation, and `}` followed by `ending`.
    public mutating func block(
        _ opening: String, ending: String = "", _ lines: (inout SwiftWriter) throws -> Void
    ) rethrows {
        line(opening.isEmpty ? "{" : "\(opening) {")
        try indented(lines)
        line("}\(ending)")
    }

    /// Returns `text` as a single-line string literal, including its quotes.
    public static func literal(_ text: String) -> String { StringLiteral(text, canSpanLines: false).singleLine }
}
