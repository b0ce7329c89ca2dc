/// A file that a command would write.
public struct OutputFile: Hashable, Sendable {
    /// Relative to the output folder, `/` between parts.
    public var path: String
    /// What it holds.
    public var contents: [UInt8]

    /// A file with these bytes.
    public init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }

    /// A file with this text, as UTF-8.
    public init(path: String, text: String) {
        self.init(path: path, contents: Array(text.utf8))
    }
}
