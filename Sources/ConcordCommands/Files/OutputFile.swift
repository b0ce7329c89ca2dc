import ConcordDiagnostics

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

extension OutputFile {
    /// Writes a file that is made anew each time, at a path that the user gave, in one step; one that would not change
    /// is not touched.
    static func write(_ contents: [UInt8], to path: String) -> [Diagnostic] {
        if OutputDevice.isThere(at: path) { return OutputDevice.write(contents, to: path) }
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        return OutputFolder(folder, isReplacing: true).write([OutputFile(path: name, contents: contents)])
    }
}
