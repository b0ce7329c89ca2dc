import ConcordOpenAPI
import ConcordSite
import ConcordYAML

/// The Swift file that gives an API its own document and page.
struct EmbeddedDocumentFile {
    private let document: Document
    private let api: String

    init(_ document: Document, api: String) {
        self.document = document
        self.api = api
    }

    var text: String {
        """
        // Written by Concord at each build, from this module's declarations.
        import Concord

        extension \(api) {
            public static let document: EmbeddedDocument? = EmbeddedDocument(
                yaml: \(Self.literal(document.node.yaml)),
                json: \(Self.literal(document.node.json)),
                page: \(Self.literal(String(decoding: ReferencePage(document).html, as: UTF8.self))))
        }

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
