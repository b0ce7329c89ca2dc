/// A page in Markdown.
struct MarkdownPage {
    private let content: HTML
    private let targets: Set<String>

    /// Creates the page with the content that the page has in HTML.
    init(_ content: HTML, _ page: PageContext) {
        self.content = content
        targets = page.site.map.anchors(on: page.path)
    }

    var text: String {
        var writer = MarkdownWriter(targets: targets)
        return MarkdownBlock.page(writer.blocks(MarkupTree(content).parts))
    }
}
