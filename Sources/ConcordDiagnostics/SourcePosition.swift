/// A position in a text file, in the format that compilers print.
public struct SourcePosition: Hashable, Sendable {
    /// The path as the user entered it. `-` is standard input.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// The column in UTF-8 bytes, counted from 1, as in swiftc.
    public var column: Int

    /// Creates a position. Line and column are counted from 1.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourcePosition: CustomStringConvertible {
    /// The position as `path:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
}
