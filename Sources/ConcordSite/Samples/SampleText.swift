import ConcordYAML

/// A value of the document as the reader sees it.
struct SampleText {
    private let node: Node
    private static let longestLine = 200
    private static let longestBlock = 6_000

    init(_ node: Node) {
        self.node = node
    }

    /// On one line, text without its quotes.
    var oneLine: String {
        switch node.value {
        case .string(let text): Self.cut(text.isEmpty ? "\"\"" : text, to: Self.longestLine)
        case .number(let text): Self.cut(text, to: Self.longestLine)
        default: Self.cut(node.compactJSON, to: Self.longestLine)
        }
    }

    /// Over as many lines as it needs, as JSON.
    var block: String {
        Self.cut(String(node.json.dropLast()), to: Self.longestBlock)
    }

    private static func cut(_ text: String, to length: Int) -> String {
        text.utf8.count <= length ? text : String(text.prefix(length)) + " …"
    }
}
