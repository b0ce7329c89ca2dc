import ConcordDiagnostics
import ConcordOpenAPI
import Foundation

/// The document that a folder was scaffolded from, kept beside the Swift: what a merge takes for the state before the
/// developer's changes and before the document's.
///
/// It is a document and no copy of the Swift, so that its changes in version control are those of the API, and so that a
/// newer Concord that would write some declaration in another way leaves those alone that the document has not changed.
struct ScaffoldRecord {
    static let path = ".concord/openapi.yaml"

    /// The file to write.
    let file: OutputFile

    init(_ document: Document) {
        file = OutputFile(path: Self.path, contents: Array(Self.comment.utf8) + document.node.yamlBytes)
    }

    private static let comment = """
        # What the Swift beside this was scaffolded from. `concord scaffold --merge` tells by it what has changed since, in the
        # document and in the code; keep it in version control, and leave it to Concord.

        """

    /// The document at `base`, or, where none is named, the one on record in a folder.
    static func document(of base: String?, in folder: String) -> (document: Document?, diagnostics: [Diagnostic]) {
        if let base {
            let reading = DocumentFile(reading: base)
            // What was wrong with the older document matters no more, if it can be read.
            return (reading.document, reading.document == nil ? reading.diagnostics : [])
        }
        let path = folder + "/" + Self.path
        guard FileManager.default.fileExists(atPath: path) else { return (nil, [missing(path)]) }
        let reading = DocumentFile(reading: path)
        return (reading.document, reading.document == nil ? reading.diagnostics : [])
    }

    private static func missing(_ path: String) -> Diagnostic {
        Diagnostic(
            .note, "no-record",
            "there is no '\(path)', so what differs can't be told to be the document's change or the code's", at: nil,
            help: "--base names the document that the code was scaffolded from")
    }
}
