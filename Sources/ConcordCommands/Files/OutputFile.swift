import ConcordDiagnostics

/// A file that a command writes.
public struct OutputFile: Hashable, Sendable {
    /// The path relative to the output folder, with `/` as the separator.
    public var path: String
    /// The contents.
    public var contents: [UInt8]

    /// Creates a file with bytes.
    public init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }

    /// Creates a file with text, as UTF-8.
    public init(path: String, text: String) {
        self.init(path: path, contents: Array(text.utf8))
    }
}

extension OutputFile {
    /// Replaces a generated file at a path from the user. The replacement is atomic, and a file that wouldn't change
    /// isn't touched.
    static func write(_ contents: [UInt8], to path: String) -> [Diagnostic] {
        if OutputDevice.isThere(at: path) { return OutputDevice.write(contents, to: path) }
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        return OutputFolder(folder, isReplacing: true).write([OutputFile(path: name, contents: contents)])
    }
}
