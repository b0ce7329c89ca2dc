import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML

/// Checks whether a document matches the code.
public struct Check: Sendable {
    /// The command that generates the document of the code.
    public var code: GenerateSchema
    /// The path of the document to check. `-` is standard input.
    public var document: String

    /// Creates a command that checks a document against the code.
    public init(code: GenerateSchema, document: String) {
        self.code = code
        self.document = document
    }

    /// Reports each difference between the two.
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

    /// Returns whether the file has exactly the bytes that would be written. It doesn't need to be parsed then.
    private func isWritten(_ expected: Document) -> Bool {
        guard document != "-", let file = try? InputFile(reading: document) else { return false }
        return (code.format ?? DocumentFormat(ofFile: document)).write(expected) == file.contents
    }
}

extension DocumentDifference.Finding {
    /// Returns the diagnostic for a difference between the code and the document.
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
