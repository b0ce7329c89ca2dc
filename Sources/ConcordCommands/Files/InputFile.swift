import ConcordDiagnostics
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

    /// The text; throws where the first byte is that is not UTF-8.
    func text() throws(NotText) -> String {
        if let text = String(validating: contents, as: UTF8.self) { return text }
        let valid = validPrefix()
        let line = valid.lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
        let column = valid.count - (valid.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
        throw NotText(
            diagnostic: Diagnostic(
                .error, "not-utf-8", "the text is not UTF-8",
                at: SourcePosition(file: path, line: line, column: column), mend: "save the file as UTF-8"))
    }

    /// A file whose bytes are no text.
    struct NotText: Error {
        var diagnostic: Diagnostic
    }

    private func validPrefix() -> ArraySlice<UInt8> {
        var decoder = UTF8()
        var iterator = contents.makeIterator()
        var length = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            length += UTF8.width(scalar)
        }
        return contents[..<length]
    }
}
