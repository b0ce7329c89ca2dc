/// A block of a Markdown page.
enum MarkdownBlock {
    case heading(level: Int, String)
    case paragraph(String)
    /// Short facts about the block before them.
    case facts([String])
    /// A list. Each item is a string with its lines.
    case list([String])
    /// Code, a table or another block that is written unchanged.
    case other(String)

    /// The lines of the block.
    var text: String {
        switch self {
        case .heading(let level, let text): String(repeating: "#", count: level) + " " + text
        case .paragraph(let text): MarkdownText.paragraph(text)
        case .facts(let facts): MarkdownText.paragraph(facts.joined(separator: "; "))
        case .list(let items):
            items.map { "- " + Self.indented($0) }.joined(separator: "\n")
        case .other(let text): text
        }
    }

    private var isList: Bool {
        if case .list = self { true } else { false }
    }

    /// Returns text with an indentation before each line except the first.
    static func indented(_ text: String, by indentation: String = "  ") -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset == 0 || $0.element.isEmpty ? String($0.element) : indentation + $0.element }
            .joined(separator: "\n")
    }

    /// Returns the blocks of a page.
    static func page(_ blocks: [MarkdownBlock]) -> String {
        merged(blocks).map(\.text).joined(separator: "\n\n") + "\n"
    }

    /// Returns blocks in which facts are appended to the preceding paragraphs.
    private static func merged(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
        var merged: [MarkdownBlock] = []
        var rest = blocks[...]
        while let block = rest.popFirst() {
            let facts = leadingFacts(&rest)
            switch block {
            case .paragraph(let text) where !facts.isEmpty: merged.append(.paragraph("\(text) (\(facts))"))
            case .facts(let own): merged.append(.facts(facts.isEmpty ? own : own + [facts]))
            default: merged += facts.isEmpty ? [block] : [block, .facts([facts])]
            }
        }
        return merged
    }

    private static func leadingFacts(_ blocks: inout ArraySlice<MarkdownBlock>) -> String {
        var facts: [String] = []
        while case .facts(let more)? = blocks.first {
            facts += more
            blocks.removeFirst()
        }
        return facts.joined(separator: "; ")
    }

    /// Returns an item of a list: its first line, followed by a paragraph and facts, then the other blocks.
    static func item(_ lead: String, _ blocks: [MarkdownBlock]) -> String {
        var lead = lead.trimmed
        var rest = blocks[...]
        if case .paragraph(let text)? = rest.first {
            lead = lead.isEmpty ? MarkdownText.paragraph(text) : lead == text ? lead : "\(lead): \(text)"
            rest.removeFirst()
        }
        let facts = leadingFacts(&rest)
        if !facts.isEmpty { lead += lead.isEmpty ? facts : " (\(facts))" }
        return merged(Array(rest)).reduce(lead) { $0 + ($1.isList ? "\n" : "\n\n") + $1.text }
    }
}
