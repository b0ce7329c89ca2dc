import ConcordDiagnostics
import ConcordOpenAPI

/// Writes a document with references to other files as one file.
public struct Bundle: Sendable {
    /// The path of the root document.
    public var document: String
    /// The path of the bundled document. `-` is standard output.
    public var output: String

    /// Creates a command that bundles a document into a file.
    public init(document: String, output: String) {
        self.document = document
        self.output = output
    }

    /// Writes the document, unless a reference can't be resolved.
    public func run() -> Outcome {
        let reading = DocumentFile(reading: document)
        guard let whole = reading.document, reading.isComplete else {
            return Outcome(reading.diagnostics, status: .unusable)
        }
        let bytes = DocumentFormat(ofFile: output).write(whole)
        let diagnostics = reading.diagnostics + (whole.isConvertedSwagger ? [conversionNote] : [])
        guard output != "-" else { return Outcome(diagnostics, status: reading.status, output: bytes) }
        let problems = OutputFile.write(bytes, to: output)
        return Outcome(diagnostics + problems, status: problems.isEmpty ? reading.status : .unusable)
    }

    /// The note that the bundle is in another version than the document.
    private var conversionNote: Diagnostic {
        Diagnostic(
            .note, "converted", "'\(document)' is Swagger 2.0, so the bundle is OpenAPI 3.0", at: nil,
            help: "use 'concord convert' to write a different version")
    }
}
