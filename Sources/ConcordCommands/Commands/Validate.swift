import ConcordDiagnostics
import ConcordOpenAPI

/// Validates documents.
public struct Validate: Sendable {
    /// The paths of the documents. `-` is standard input.
    public var documents: [String]
    /// Whether a warning counts as an error.
    public var isStrict: Bool

    /// Creates a command that validates documents.
    public init(documents: [String], isStrict: Bool = false) {
        self.documents = documents
        self.isStrict = isStrict
    }

    /// Validates each document, regardless of errors in the previous ones.
    public func run() -> Outcome {
        var diagnostics: [Diagnostic] = []
        var isUnusable = false
        for path in documents {
            let reading = DocumentFile(reading: path)
            diagnostics += reading.diagnostics + (reading.document?.validate() ?? [])
            isUnusable = isUnusable || reading.document == nil
        }
        if isStrict {
            for index in diagnostics.indices where diagnostics[index].severity == .warning {
                diagnostics[index].severity = .error
            }
        }
        var outcome = Outcome(
            diagnostics, status: isUnusable ? .unusable : diagnostics.containsError ? .found : .fine)
        outcome.showsCodes = true
        return outcome
    }
}
