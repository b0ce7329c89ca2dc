/// Text with links, code and emphasis, on one line.
struct MarkdownLine {
    private(set) var text = ""

    init(_ parts: [MarkupTree.Part]) {
        text = Self.written(parts).trimmed
        // A trailing line break has no effect.
        while text.hasSuffix("<br>") { text = String(text.dropLast(4)).trimmed }
    }

    private static func written(_ parts: [MarkupTree.Part]) -> String {
        parts.reduce(into: "") { line, part in
            switch part {
            case .text(let text): line += joined(line, MarkdownText.escaped(MarkdownText.spaced(text)))
            case .element(let element):
                let needsSpace = element.hasClass("hint") && !line.isEmpty && !line.hasSuffix(" ")
                line += joined(line, (needsSpace ? " " : "") + written(element))
            }
        }
    }

    /// Joins two texts. If the first ends in a space, leading spaces of the second are removed.
    private static func joined(_ line: String, _ text: String) -> String {
        line.isEmpty || line.hasSuffix(" ") ? String(text.drop { $0 == " " }) : text
    }

    private static func written(_ element: MarkupTree.Element) -> String {
        switch element.name {
        case "code": MarkdownText.code(element.text)
        case "em": MarkdownText.marked(written(element.parts), "*")
        case "strong": MarkdownText.marked(written(element.parts), "**")
        case "del": MarkdownText.marked(written(element.parts), "~~")
        case "sub", "sup", "kbd": "<\(element.name)>\(written(element.parts))</\(element.name)>"
        case "br": "<br>"
        case "a": link(element)
        case "span": span(element)
        default: written(element.parts)
        }
    }

    private static func link(_ element: MarkupTree.Element) -> String {
        if element.hasClass("name") { return MarkdownText.code(element.text) }
        // A heading that links to itself.
        guard !element.hasClass("self"), let address = element.attributes["href"] else { return written(element.parts) }
        return MarkdownText.link(written(element.parts).trimmed, address)
    }

    private static func span(_ element: MarkupTree.Element) -> String {
        if element.hasClass("name") || element.hasClass("path") { return MarkdownText.code(element.text) }
        if element.hasClass("method") || element.hasClass("required") {
            return MarkdownText.marked(written(element.parts), "**")
        }
        if element.hasClass("badge") { return MarkdownText.marked(written(element.parts), "*") }
        if element.hasClass("count") { return "(\(written(element.parts).trimmed))" }
        if element.hasClass("break") { return "<br>" }
        return written(element.parts)
    }
}
