import ConcordOpenAPI
import ConcordSite

/// Writes the reference page of a document as static HTML.
public struct Docs: Sendable {
    /// The path of the document. `-` is standard input.
    public var document: String
    /// The folder for `index.html`.
    public var output: String

    /// Creates a command that writes the reference page of a document.
    public init(document: String, output: String) {
        self.document = document
        self.output = output
    }

    /// Writes the page, and replaces an earlier one. Unresolvable references are omitted and reported as errors.
    public func run() -> Outcome {
        let reading = DocumentFile(reading: document)
        guard let document = reading.document else { return Outcome(reading.diagnostics, status: .unusable) }
        let page = OutputFile(path: "index.html", contents: ReferencePage(document).html)
        let problems = OutputFolder(output, isReplacing: true).write([page])
        return Outcome(reading.diagnostics + problems, status: problems.isEmpty ? reading.status : .unusable)
    }
}
