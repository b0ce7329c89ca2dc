import ConcordOpenAPI

/// A reference on one self-contained page. Servers show it at `/docs`.
public struct ReferencePage: Sendable {
    private let site: SiteContent

    /// Creates the page of a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - settings: The settings of the page.
    ///   - hasDocumentBeside: Whether the document is next to the page as `openapi.yaml` and `openapi.json`, so that
    ///     the page can link to it.
    public init(_ document: Document, _ settings: SiteSettings = SiteSettings(), hasDocumentBeside: Bool = false) {
        site = SiteContent(document, settings, isSinglePage: true, hasDocumentBeside: hasDocumentBeside)
    }

    /// The page in UTF-8. Each component appears once, and its uses are links to it.
    public var html: [UInt8] {
        let page = PageContext(site)
        let shell = PageShell(
            page: page, title: site.title, description: site.document.info?.description,
            navigation: Navigation(page: page, group: nil, current: .overview))
        return Array(shell.html(content(page)).source.utf8)
    }

    /// The page in Markdown, as UTF-8.
    public var markdown: [UInt8] {
        let page = PageContext(site, format: .markdown)
        return Array(MarkdownPage(content(page), page).text.utf8)
    }

    /// The Content-Security-Policy of the page.
    public var policy: String { site.assets.inlinePolicy }

    private func content(_ page: PageContext) -> HTML {
        OverviewSection(page: page).html + guides(page)
            + site.groups.html { GroupSection(group: $0, page: page, level: 2).html } + schemas(page) + changes(page)
    }

    private func guides(_ page: PageContext) -> HTML {
        site.settings.guides.enumerated().html { index, guide in
            let anchor = Anchor("guides", "\(index + 1)")
            return """
                <section class="group" id="\(anchor)"><h2>\(guide.title)</h2>\(Prose(guide.markdown, headingLevel: 3).html)</section>
                """
        }
    }

    private func schemas(_ page: PageContext) -> HTML {
        guard !page.components.schemas.isEmpty else { return .empty }
        let sections = page.components.schemas.html {
            SchemaSection(name: $0.name, schema: $0.value, page: page, level: 3).html
        }
        return
            "<section class=\"group\" id=\"schemas\" aria-label=\"\(page.text(.schemas))\"><h2>\(page.text(.schemas))</h2>\(sections)</section>"
    }

    private func changes(_ page: PageContext) -> HTML {
        guard let changes = site.settings.changes else { return .empty }
        return """
            <section class="group" id="changes"><h2>\(page.text(.changes))</h2>\(ChangeList(changes: changes, page: page).html)</section>
            """
    }
}
