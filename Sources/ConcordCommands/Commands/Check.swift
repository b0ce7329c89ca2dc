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

    /// Reports each difference between the document and the code.
    public func run() -> Outcome {
        let swift = SwiftProgram(code.sources, defining: code.flags)
        let generated = code.document(of: swift)
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
        let places = CodePlaces(swift.program, expected)
        let isFine =
            findings.isEmpty && !code.isRefused(generated.diagnostics) && !reading.diagnostics.containsError
        return Outcome(
            diagnostics + findings.map { $0.diagnostic(expected: expected, actual: actual, places) },
            status: isFine ? .fine : .found)
    }

    /// Returns whether the file has exactly the bytes that would be written. It doesn't need to be parsed then.
    private func isWritten(_ expected: Document) -> Bool {
        guard document != "-", let file = try? InputFile(reading: document) else { return false }
        return (code.format ?? DocumentFormat(ofFile: document)).write(expected) == file.contents
    }
}

extension DocumentDifference.Finding {
    /// Returns the diagnostic for a difference between the code and the document, with the locations in both.
    fileprivate func diagnostic(expected: Document, actual: Document, _ places: CodePlaces) -> Diagnostic {
        let element = (kind == .added ? actual : expected).elementName(at: pointer)
        let message =
            switch kind {
            case .lost: "\(element) is in the code, but not in the document"
            case .added: "\(element) is in the document, but not in the code"
            case .changed: "\(element) is \(Self.excerpt(new)) in the document, but \(Self.excerpt(old)) in the code"
            case .reordered:
                "the order of \(element) is \(Self.names(new)) in the document, but \(Self.names(old)) in the code"
            }
        var diagnostic = Diagnostic(.error, "out-of-date", message, at: actual.files.sourcePosition(of: position))
        if let place = places.position(of: pointer) { diagnostic.related = [.init("the code is here", at: place)] }
        return diagnostic
    }

    private static func names(_ node: Node?) -> String {
        shortened((node?.mapping?.keys ?? []).map { "'\($0)'" }.joined(separator: ", "))
    }

    /// The value as JSON on one line, in which a string has quotes.
    private static func excerpt(_ node: Node?) -> String { shortened(node?.compactJSON ?? "nothing") }

    private static func shortened(_ text: String) -> String {
        text.count > 120 ? text.prefix(120) + "…" : text
    }
}
