import ConcordDiagnostics
import ConcordOpenAPI

/// What a command reads from the file of a document.
struct DocumentFile {
    /// Absent where the file holds none that can be used.
    let document: Document?
    let diagnostics: [Diagnostic]

    /// Whether all of the document could be read, and every reference followed.
    ///
    /// A value of the wrong kind is an error in one place, and leaves nothing unread.
    var isWhole: Bool { document != nil && hasOnlyErrors(of: ["wrong-kind"]) }

    /// Whether every file could be read, whatever is missing inside.
    var hasAllFiles: Bool { document != nil && hasOnlyErrors(of: ["wrong-kind", "unresolved-reference"]) }

    private func hasOnlyErrors(of codes: Set<String>) -> Bool {
        diagnostics.allSatisfy { $0.severity != .error || codes.contains($0.code) }
    }

    /// Reads the document at a path as a whole, with the files that it refers to.
    ///
    /// - Parameters:
    ///   - path: The document's path; `-` is standard input.
    ///   - isBundled: Whether what stands in other files is put into the document.
    init(reading path: String, isBundled: Bool = true) {
        do throws(FileError) {
            let files =
                path == "-"
                ? Document.read(try InputFile(reading: path).contents, file: path) : Document.read(path: path)
            let reading = isBundled ? files.bundled() : files
            (document, diagnostics) = (reading.document, reading.diagnostics)
        } catch {
            (document, diagnostics) = (nil, [error.diagnostic])
        }
    }
}
