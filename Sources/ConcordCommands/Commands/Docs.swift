import ConcordOpenAPI
import ConcordSite

/// Publishes a document as one static page.
public struct Docs: Sendable {
    /// The document to show; `-` is standard input.
    public var document: String
    /// The folder that gets `index.html`.
    public var output: String

    /// Publishes the document at a path into a folder.
    public init(document: String, output: String) {
        self.document = document
        self.output = output
    }

    /// Writes the page; an earlier one is replaced. A reference that leads nowhere is left out, and is an error.
    public func run() -> Outcome {
        let reading = DocumentFile(reading: document)
        guard let document = reading.document else { return Outcome(reading.diagnostics, status: .unusable) }
        let page = OutputFile(path: "index.html", contents: ReferencePage(document).html)
        let problems = OutputFolder(output, isReplacing: true).write([page])
        return Outcome(reading.diagnostics + problems, status: problems.isEmpty ? reading.status : .unusable)
    }
}
