import ConcordOpenAPI
import ConcordYAML

/// A document and its page as a Swift expression, for an app to serve without reading a file or linking a reader.
public struct EmbeddedDocumentExpression: Sendable {
    private let document: Document

    /// The expression that holds this document.
    public init(_ document: Document) {
        self.document = document
    }

    /// `_Core.EmbeddedDocument(yaml: …, json: …, page: …)`.
    public var text: String {
        let page = ReferencePage(document, hasDocumentBeside: true)
        return """
            _Core.EmbeddedDocument(
            yaml: \(Self.literal(document.node.yaml)),
            json: \(Self.literal(document.node.json)),
            page: \(Self.literal(String(decoding: page.html, as: UTF8.self))))
            """
    }

    /// A raw literal over several lines, with as many `#` as keep the text from ending it or escaping from it.
    private static func literal(_ text: String) -> String {
        var longestRun = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "#") ? run + 1 : 0
            longestRun = max(longestRun, run)
        }
        let marks = String(repeating: "#", count: longestRun + 1)
        return "\(marks)\"\"\"\n\(text)\n\"\"\"\(marks)"
    }
}
