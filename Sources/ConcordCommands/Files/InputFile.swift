import Foundation

/// A file that a command reads: its path as the user gave it, and its bytes.
public struct InputFile: Hashable, Sendable {
    /// As the user gave it; `-` is standard input.
    public var path: String
    /// What it holds.
    public var contents: [UInt8]

    /// A file that has been read already.
    public init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }

    /// Longer files are refused: nothing that a person calls an API or a source file comes near.
    static let longest = 64 << 20

    /// Reads the file at `path`, or standard input where it is `-`.
    init(reading path: String) throws(FileError) {
        self.path = path
        if path == "-" {
            contents = try readAll(STDIN_FILENO, path: "-", limit: Self.longest)
            return
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(path) }
        defer { close(descriptor) }
        contents = try readAll(descriptor, path: path, limit: Self.longest)
    }
}
