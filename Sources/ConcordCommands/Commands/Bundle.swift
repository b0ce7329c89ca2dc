import ConcordDiagnostics
import ConcordOpenAPI

/// Writes a document of many files as one.
public struct Bundle: Sendable {
    /// The document to begin with.
    public var document: String
    /// Where the whole goes; `-` is standard output.
    public var output: String

    /// Bundles the document at a path into a file.
    public init(document: String, output: String) {
        self.document = document
        self.output = output
    }

    /// Writes the document, unless a reference of it leads nowhere.
    public func run() -> Outcome {
        let reading = DocumentFile(reading: document)
        guard let whole = reading.document, reading.isComplete else {
            return Outcome(reading.diagnostics, status: .unusable)
        }
        let bytes = DocumentFormat(ofFile: output).write(whole)
        guard output != "-" else { return Outcome(reading.diagnostics, status: reading.status, output: bytes) }
        let problems = OutputFile.write(bytes, to: output)
        return Outcome(reading.diagnostics + problems, status: problems.isEmpty ? reading.status : .unusable)
    }
}
