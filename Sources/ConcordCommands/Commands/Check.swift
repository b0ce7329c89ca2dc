import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML

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
        if let expected = generated.document, isWritten(expected) {
            let isRefused = code.isRefused(generated.diagnostics)
            return Outcome(generated.diagnostics, status: isRefused ? .found : .fine)
        }
        let reading = DocumentFile(reading: document)
        let diagnostics = generated.diagnostics + reading.diagnostics
        guard let expected = generated.document, let actual = reading.document else {
            return Outcome(diagnostics, status: .unusable)
        }
        let findings = DocumentDifference(from: expected, to: actual).findings
        guard reading.hasAllFiles else { return Outcome(diagnostics, status: .unusable) }
        let isFine =
            findings.isEmpty && !code.isRefused(generated.diagnostics) && !reading.diagnostics.containsError
        return Outcome(
            diagnostics + findings.map { $0.diagnostic(in: actual.files) },
            status: isFine ? .fine : .found)
    }

    /// Whether the file holds, to the byte, what would be written: then there is nothing to read in it.
    private func isWritten(_ expected: Document) -> Bool {
        guard document != "-", let file = try? InputFile(reading: document) else { return false }
        return (code.format ?? DocumentFormat(ofFile: document)).write(expected) == file.contents
    }
}

extension DocumentDifference.Finding {
    /// What to tell of a document that should say what the code says.
    fileprivate func diagnostic(in files: SourceFiles) -> Diagnostic {
        let message =
            switch kind {
            case .lost: "the code has '\(pointer)', which is not in the document"
            case .added: "the document has '\(pointer)', which the code has not"
            case .changed: "the code says \(oldExcerpt), and the document \(newExcerpt), at '\(pointer)'"
            case .reordered: "the document and the code have '\(pointer)' in different orders"
            }
        return Diagnostic(.error, "out-of-date", message, at: files.sourcePosition(of: position))
    }
}
