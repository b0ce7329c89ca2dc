import ConcordYAML

/// The text of a value for readers.
struct SampleText {
    private let node: Node
    private static let longestLine = 200
    private static let longestBlock = 6_000

    init(_ node: Node) {
        self.node = node
    }

    /// The value on one line. Strings have no quotes.
    var oneLine: String {
        switch node.value {
        case .string(let text): Self.cut(text.isEmpty ? "\"\"" : text, to: Self.longestLine)
        case .number(let text): Self.cut(text, to: Self.longestLine)
        default: Self.cut(node.compactJSON, to: Self.longestLine)
        }
    }

    /// The value as JSON, on several lines if necessary.
    var block: String {
        Self.cut(String(node.json.dropLast()), to: Self.longestBlock)
    }

    private static func cut(_ text: String, to length: Int) -> String {
        text.utf8.count <= length ? text : String(text.prefix(length)) + " …"
    }
}
