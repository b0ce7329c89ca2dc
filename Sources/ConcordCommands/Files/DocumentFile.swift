import ConcordDiagnostics
import ConcordOpenAPI

/// What a command reads from the file of a document.
struct DocumentFile {
    /// Absent where the file holds none that can be used.
    let document: Document?
    let diagnostics: [Diagnostic]

    /// Reads the document at a path, with the files that it refers to; `-` is standard input.
    init(reading path: String) {
        do throws(FileError) {
            let reading =
                path == "-"
                ? Document.read(try InputFile(reading: path).contents, file: path) : Document.read(path: path)
            (document, diagnostics) = (reading.document, reading.diagnostics)
        } catch {
            (document, diagnostics) = (nil, [error.diagnostic])
        }
    }
}
