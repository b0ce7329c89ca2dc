import ConcordDiagnostics
import ConcordOpenAPI

/// A document that a command has read from a file.
struct DocumentFile {
    /// The document, or `nil` if the file contains no usable one.
    let document: Document?
    let diagnostics: [Diagnostic]
    /// Whether everything that the document refers to was read and resolved.
    let isComplete: Bool
    /// Whether all files that the document refers to were read.
    let hasAllFiles: Bool

    /// The minimum exit status of the command. An error in a document affects it even if the command can continue.
    var status: Outcome.Status {
        document == nil || !isComplete ? .unusable : diagnostics.containsError ? .found : .fine
    }

    /// Reads the document at a path with all files that it refers to. `-` is standard input.
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
