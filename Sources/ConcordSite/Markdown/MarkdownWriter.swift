/// Writes a part of a page in Markdown, with the same content as in HTML, for wikis and language models.
struct MarkdownWriter {
    /// The identifiers of the elements that links refer to.
    private let targets: Set<String>
    /// The level of the last heading that is not part of a description.
    private var level = 1

    init(targets: Set<String>) {
        self.targets = targets
    }

    private static let inline: Set<String> = [
        "a", "b", "br", "code", "del", "em", "img", "kbd", "small", "span", "strong", "sub", "sup",
    ]

    /// Returns the blocks of a part of a page.
    mutating func blocks(_ parts: [MarkupTree.Part]) -> [MarkdownBlock] {
        var blocks: [MarkdownBlock] = []
        var line: [MarkupTree.Part] = []
        for part in parts {
            if case .element(let element) = part, !Self.inline.contains(element.name) {
                blocks += paragraph(line)
                line = []
                blocks += block(element)
            } else {
                line.append(part)
            }
        }
        return blocks + paragraph(line)
    }

    private func paragraph(_ parts: [MarkupTree.Part]) -> [MarkdownBlock] {
        let text = MarkdownLine(parts).text
        return text.isEmpty ? [] : [.paragraph(text)]
    }

    private mutating func block(_ element: MarkupTree.Element) -> [MarkdownBlock] {
        let place = self.place(element)
        switch element.name {
        case "h1", "h2", "h3", "h4", "h5", "h6": return place + heading(element)
        case "p":
            let text = MarkdownLine(element.parts).text
            guard !text.isEmpty else { return place }
            if element.hasClass("response-line") { return [.heading(level: min(6, level + 1), text)] }
            return place + [.paragraph(element.hasClass("label") ? MarkdownText.marked(text, "**") : text)]
        case "pre": return [code(element.text, language: "")]
        case "hr": return [.other("---")]
        case "blockquote":
            let lines = MarkdownBlock.page(blocks(element.parts)).dropLast().split(
                separator: "\n", omittingEmptySubsequences: false)
            return [.other(lines.map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n"))]
        case "ul": return place + list(element)
        case "ol": return [numbered(element)]
        case "dl": return [.list(element.elements.map { row($0) })]
        case "table": return MarkdownTable(element).map { [.other($0.text)] } ?? []
        case "details": return place + details(element)
        case "div" where element.hasClass("tabs"): return tabs(element)
        case "input", "label", "script", "style": return []
        default: return place + blocks(element.parts)
        }
    }

    /// Returns an anchor if links refer to the element.
    private func place(_ element: MarkupTree.Element) -> [MarkdownBlock] {
        guard let identifier = element.attributes["id"], targets.contains(identifier) else { return [] }
        return [.other("<a id=\"\(MarkdownText.attribute(identifier))\"></a>")]
    }

    private mutating func heading(_ element: MarkupTree.Element) -> [MarkdownBlock] {
        let stated = element.name.last?.wholeNumberValue ?? 1
        if !element.hasClass("prose") { level = stated }
        let text = MarkdownLine(element.parts).text
        return text.isEmpty ? [] : [.heading(level: stated, text)]
    }

    private func code(_ text: String, language: String) -> MarkdownBlock {
        let isJSON = text.hasPrefix("{") || text.hasPrefix("[")
        return .other(MarkdownText.block(text, language: language.isEmpty && isJSON ? "json" : language))
    }

    // MARK: Lists

    private mutating func list(_ element: MarkupTree.Element) -> [MarkdownBlock] {
        let items = element.elements.map { MarkdownBlock.item("", blocks($0.parts)) }.filter { !$0.isEmpty }
        guard !items.isEmpty else { return [] }
        let areFacts = element.hasClass("constraints") && !items.contains { $0.contains("\n") }
        return [areFacts ? .facts(items) : .list(items)]
    }

    private mutating func numbered(_ element: MarkupTree.Element) -> MarkdownBlock {
        let start = element.attributes["start"].flatMap { Int($0) } ?? 1
        let items = element.elements.enumerated().map { index, item in
            let mark = "\(start &+ index). "
            let text = MarkdownBlock.item("", blocks(item.parts))
            return mark + MarkdownBlock.indented(text, by: String(repeating: " ", count: mark.count))
        }
        return .other(items.joined(separator: "\n"))
    }

    /// Returns a row: a name with its type, followed by its description.
    private mutating func row(_ element: MarkupTree.Element) -> String {
        MarkdownBlock.item(
            MarkdownLine(element.first("dt")?.parts ?? []).text, blocks(element.first("dd")?.parts ?? []))
    }

    // MARK: Folded parts

    private mutating func details(_ element: MarkupTree.Element) -> [MarkdownBlock] {
        let title = MarkdownLine(element.first("summary")?.parts ?? []).text
        let body = element.parts.filter {
            if case .element(let part) = $0 { part.name != "summary" } else { true }
        }
        // Nested properties follow their property. In Markdown, they can't be collapsed.
        if element.hasClass("inner") { return blocks(body) }
        guard element.hasClass("response") || element.hasClass("callback") else {
            return [.paragraph(MarkdownText.marked(title, "**"))] + blocks(body)
        }
        let outer = level
        defer { level = outer }
        level = min(6, level + 1)
        return [.heading(level: level, title)] + blocks(body)
    }

    private mutating func tabs(_ element: MarkupTree.Element) -> [MarkdownBlock] {
        let labels = element.elements.filter { $0.name == "label" }.map(\.text)
        let keys = element.elements.filter { $0.name == "input" }.map { $0.attributes["value"] }
        let panels = element.elements.filter { $0.hasClass("panel") }
        guard element.hasClass("code") else {
            return [.list(zip(labels, panels).map { item($0, $1, isMedia: element.hasClass("media")) })]
        }
        // Samples of responses have no language.
        let isRequest = keys.contains { $0 != nil }
        var result: [MarkdownBlock] = []
        for (index, panel) in panels.enumerated() where index < labels.count && index < keys.count {
            let language = !isRequest ? "" : keys[index] == nil ? labels[index].lowercased() : "sh"
            let isName = language.allSatisfy { $0.isASCII && $0.isLetter }
            result.append(.paragraph(MarkdownText.marked(MarkdownText.escaped(labels[index]), "**")))
            result.append(code(panel.text, language: isName ? language : ""))
        }
        return result
    }

    private mutating func item(_ label: String, _ panel: MarkupTree.Element, isMedia: Bool) -> String {
        let lead =
            isMedia ? MarkdownText.code(label) : MarkdownText.marked(MarkdownText.escaped(label), "**")
        // An alternative begins with a link to its schema, which has the label's text, and the type of a scalar schema.
        if !isMedia, let first = panel.elements.first, first.name == "p", "\(first.text) ".hasPrefix(label + " ") {
            return MarkdownBlock.item("", blocks(panel.parts))
        }
        return MarkdownBlock.item(lead, blocks(panel.parts))
    }
}
