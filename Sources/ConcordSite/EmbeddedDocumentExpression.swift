import ConcordOpenAPI
import ConcordYAML

/// A Swift expression for a document and its reference page, which an app serves without reading a file.
public struct EmbeddedDocumentExpression: Sendable {
    private let document: Document

    /// Creates the expression for a document.
    public init(_ document: Document) {
        self.document = document
    }

    /// The source code of the expression: `_Core.EmbeddedDocument(yaml: …, json: …, page: …)`.
    public var text: String {
        let page = ReferencePage(document, hasDocumentBeside: true)
        return """
            _Core.EmbeddedDocument(
            yaml: \(Self.literal(document.node.yaml)),
            json: \(Self.literal(document.node.json)),
            page: \(Self.literal(String(decoding: page.html, as: UTF8.self))))
            """
    }

    /// Returns a raw string literal with enough `#` characters for the text. It is one line, because it isn't code.
    private static func literal(_ text: String) -> String {
        var longestRun = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "#") ? run + 1 : 0
            longestRun = max(longestRun, run)
        }
        let marks = String(repeating: "#", count: longestRun + 1)
        let escape = "\\\(marks)"
        var bytes = Array("\(marks)\"".utf8)
        var rest = text.utf8[...]
        // Two more quotes would begin a multiline literal.
        if rest.first == UInt8(ascii: "\"") {
            rest.removeFirst()
            bytes += Array("\(escape)u{22}".utf8)
        }
        for byte in rest {
            switch byte {
            case UInt8(ascii: "\n"): bytes += Array("\(escape)n".utf8)
            case UInt8(ascii: "\r"): bytes += Array("\(escape)r".utf8)
            case 0..<0x20, 0x7F:
                bytes += Array("\(escape)u{\(String(byte, radix: 16))}".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self) + "\"\(marks)"
    }
}
