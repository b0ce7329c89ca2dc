import ConcordDiagnostics
import ConcordOpenAPI

/// Tells whether a document says what the code says.
public struct Check: Sendable {
    /// Where the code's document comes from.
    public var code: GenerateSchema
    /// The document that should say the same; `-` is standard input.
    public var document: String

    /// Checks a document against the code.
    public init(code: GenerateSchema, document: String) {
        self.code = code
        self.document = document
    }

    /// Finds each place where the two differ.
    public func run() -> Outcome {
        let generated = code.document()
        let reading = DocumentFile(reading: document)
        let diagnostics = generated.diagnostics + reading.diagnostics
        guard let expected = generated.document, let actual = reading.document else {
            return Outcome(diagnostics, status: .unusable)
        }
        let differences = DocumentDifference.all(from: expected.node, to: actual.node)
        return Outcome(
            diagnostics + differences.map { $0.diagnostic(in: actual.files) },
            status: differences.isEmpty ? .fine : .found)
    }
}
