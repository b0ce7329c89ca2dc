/// Writes lines of Swift text, indented by four blanks a step, for code that is generated and not declared.
///
///     var writer = SwiftWriter()
///     writer.block("struct Pet") { $0.line("var name: String") }
public struct SwiftWriter: Sendable {
    private var bytes: [UInt8] = []
    private var indentation = 0

    /// Makes an empty writer, whose lines start `indentation` steps to the right.
    public init(indentation: Int = 0) {
        self.indentation = indentation
    }

    /// What has been written, each line with its line end.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds lines, each at the indentation; empty ones stay empty.
    public mutating func line(_ text: String = "") {
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !line.isEmpty {
                bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * 4))
                bytes.append(contentsOf: line)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// Adds what `lines` writes, one step to the right.
    public mutating func indented(_ lines: (inout SwiftWriter) throws -> Void) rethrows {
        indentation += 1
        defer { indentation -= 1 }
        try lines(&self)
    }

    /// Adds `opening {`, what `lines` writes, one step to the right, and `}` followed by `ending`.
    public mutating func block(
        _ opening: String, ending: String = "", _ lines: (inout SwiftWriter) throws -> Void
    ) rethrows {
        line(opening.isEmpty ? "{" : "\(opening) {")
        try indented(lines)
        line("}\(ending)")
    }

    /// `text` as a string literal on one line, quotes included.
    public static func literal(_ text: String) -> String { StringLiteral(text, canSpanLines: false).singleLine }
}
