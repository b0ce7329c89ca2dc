import ConcordDiagnostics
import ConcordOpenAPI

/// Tells what is wrong with documents.
public struct Validate: Sendable {
    /// The documents; `-` is standard input.
    public var documents: [String]
    /// Whether a warning counts as an error.
    public var isStrict: Bool

    /// Validates the documents at these paths.
    public init(documents: [String], isStrict: Bool = false) {
        self.documents = documents
        self.isStrict = isStrict
    }

    /// Reads each document to its end, whatever the one before was like.
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
