import ConcordDiagnostics
import ConcordOpenAPI

/// What a command reads from the file of a document.
struct DocumentFile {
    /// Absent where the file holds none that can be used.
    let document: Document?
    let diagnostics: [Diagnostic]
    /// Whether all that the document refers to was read and followed.
    let isComplete: Bool
    /// Whether all files that the document refers to were read.
    let hasAllFiles: Bool

    /// What a command exits with at least: an error in a document is one whether or not the command can do its work all
    /// the same.
    var status: Outcome.Status {
        document == nil || !isComplete ? .unusable : diagnostics.containsError ? .found : .fine
    }

    /// Reads the document at a path as one with all files that it refers to; `-` is standard input.
    init(reading path: String) {
        do throws(FileError) {
            let reading =
                path == "-"
                ? Document.readWhole(try InputFile(reading: path).contents, file: path) : Document.readWhole(path: path)
            (document, diagnostics) = (reading.document, reading.diagnostics)
            (isComplete, hasAllFiles) = (reading.isComplete, reading.hasAllFiles)
        } catch {
            (document, diagnostics) = (nil, [error.diagnostic])
            (isComplete, hasAllFiles) = (false, false)
        }
    }
}
