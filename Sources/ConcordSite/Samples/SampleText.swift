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

    /// Whether it can stand inside a sample without being most of it.
    var isShort: Bool {
        var budget = 60
        return Self.fits(node, &budget)
    }

    private static func fits(_ node: Node, _ budget: inout Int) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        switch node.value {
        case .null, .bool: return true
        case .number(let text), .string(let text): return text.utf8.count <= longestLine
        case .sequence(let nodes): return nodes.allSatisfy { fits($0, &budget) }
        case .mapping(let mapping): return mapping.allSatisfy { fits($0.value, &budget) }
        }
    }

    private static func cut(_ text: String, to length: Int) -> String {
        text.utf8.count <= length ? text : String(text.prefix(length)) + " …"
    }
}
