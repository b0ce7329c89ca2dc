/// A description of the document as a block of the page, or nothing if there is no description.
struct Prose {
    private let text: String?
    private let headingLevel: Int

    init(_ text: String?, headingLevel: Int = 4) {
        self.text = text
        self.headingLevel = headingLevel
    }

    var html: HTML {
        guard let text, !text.isEmpty else { return .empty }
        return "<div class=\"prose-block\">\(HTML(markdown: text, headingLevel: headingLevel))</div>"
    }
}
