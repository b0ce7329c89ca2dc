/// A page in Markdown.
struct MarkdownPage {
    private let content: HTML
    private let targets: Set<String>

    /// Creates a page with the same content as the HTML page.
    init(_ content: HTML, _ page: PageContext) {
        self.content = content
        targets = page.site.map.anchors(on: page.path)
    }

    var text: String {
        var writer = MarkdownWriter(targets: targets)
        return MarkdownBlock.page(writer.blocks(MarkupTree(content).parts))
    }
}
