import Foundation

/// A file that a command reads, with its path and its contents.
public struct InputFile: Hashable, Sendable {
    /// The path, as the user entered it. `-` is standard input.
    public var path: String
    /// The contents.
    public var contents: [UInt8]

    /// Creates a file that has already been read.
    public init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }

    /// The maximum size of a file in bytes. Real documents and source files are much smaller.
    static let longest = 64 << 20

    /// Reads the file at `path`, or standard input if it is `-`.
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
