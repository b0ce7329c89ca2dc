/// A place in a text file, as compilers print it.
public struct SourcePosition: Hashable, Sendable {
    /// The path as the user gave it; `-` is standard input.
    public var file: String
    /// Counted from 1.
    public var line: Int
    /// UTF-8 bytes from 1, as swiftc counts.
    public var column: Int

    /// Names a place; line and column count from 1.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `path:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
}
