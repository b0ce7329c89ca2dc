/// A table with a header row.
struct MarkdownTable {
    private let rows: [[String]]

    /// Creates a table, or returns `nil` if it has no rows.
    init?(_ element: MarkupTree.Element) {
        rows = Self.rows(in: element).map { row in
            row.elements.map { MarkdownLine($0.parts).text.replacing("|", with: "\\|") }
        }
        if rows.isEmpty { return nil }
    }

    private static func rows(in element: MarkupTree.Element) -> [MarkupTree.Element] {
        element.elements.flatMap { $0.name == "tr" ? [$0] : rows(in: $0) }
    }

    var text: String {
        let lines = rows.map { "| \($0.joined(separator: " | ")) |" }
        let rule = "|" + String(repeating: " --- |", count: rows.first?.count ?? 1)
        return (lines.prefix(1) + [rule] + lines.dropFirst()).joined(separator: "\n")
    }
}
