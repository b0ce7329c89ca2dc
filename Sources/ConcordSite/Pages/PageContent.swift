import ConcordOpenAPI

/// The content of one page of a site.
struct PageContent {
    private let kind: SitePage.Kind
    private let page: PageContext
    private var site: SiteContent { page.site }

    init(_ kind: SitePage.Kind, _ page: PageContext) {
        self.kind = kind
        self.page = page
    }

    var title: String {
        switch kind {
        case .overview: site.title
        case .guide(let index): site.settings.guides[index].title
        case .group(let index): site.groups[index].title
        case .operation(let group, let operation): site.groups[group].operations[operation].title
        case .schemas: site.texts[.schemas]
        case .schema(let name): name
        case .changes: site.texts[.changes]
        }
    }

    /// The target of links to the page.
    var target: SiteTarget {
        switch kind {
        case .overview: .overview
        case .guide(let index): .guide(index)
        case .group(let index): .group(site.groups[index].anchor)
        case .operation(let group, let operation): .operation(site.groups[group].operations[operation].anchor)
        case .schemas: .schemas
        case .schema(let name): .schema(name)
        case .changes: .changes
        }
    }

    /// The group that the page belongs to.
    var group: Anchor? {
        switch kind {
        case .group(let index), .operation(let index, _): site.groups[index].anchor
        default: nil
        }
    }

    /// The description of the page, for search engines.
    var description: String? {
        switch kind {
        case .overview: site.document.info?.description
        case .guide(let index): site.settings.guides[index].markdown
        case .group(let index): site.groups[index].description
        case .operation(let group, let operation): site.groups[group].operations[operation].operation.description
        case .schema(let name): site.components.schemas[name]?.description
        case .schemas, .changes: nil
        }
    }

    var html: HTML {
        switch kind {
        case .overview: OverviewSection(page: page).html + groups + otherPages
        case .guide(let index):
            "<h1>\(title)</h1>\(Prose(site.settings.guides[index].markdown, headingLevel: 2).html)"
        case .group(let index): GroupSection(group: site.groups[index], page: page, level: 1).html
        case .operation(let group, let operation):
            OperationSection(entry: site.groups[group].operations[operation], page: page, level: 1).html
        case .schemas: SchemaIndex(page: page).html
        case .schema(let name): schema(name)
        case .changes: changes
        }
    }

    private func schema(_ name: String) -> HTML {
        guard let schema = site.components.schemas[name] else { return .empty }
        return SchemaSection(name: name, schema: schema, page: page, level: 1).html
    }

    private var changes: HTML {
        site.settings.changes.map { "<h1>\(page.text(.changes))</h1>\(ChangeList(changes: $0, page: page).html)" }
            ?? .empty
    }

    /// Links to the pages in the navigation, which a Markdown page doesn't have.
    private var otherPages: HTML {
        guard page.format == .markdown else { return .empty }
        let guides = site.settings.guides.indices.map { (SiteTarget.guide($0), site.settings.guides[$0].title) }
        let items = (guides + [(.schemas, site.texts[.schemas]), (.changes, site.texts[.changes])]).html {
            target, title in
            page.link(target).map { "<li><a href=\"\($0)\">\(title)</a></li>" } ?? .empty
        }
        return items.isEmpty ? .empty : "<section><h2>\(page.text(.more))</h2><ul>\(items)</ul></section>"
    }

    private var groups: HTML {
        guard !site.groups.isEmpty else { return .empty }
        let items = site.groups.html { group in
            let link = page.link(.group(group.anchor)) ?? Hyperlink(group.anchor)
            let text: HTML = group.description.map { "<span class=\"hint\">\(HTML(markdownLine: $0))</span>" } ?? .empty
            let number = group.operations.count
            let count =
                number == 1 ? page.text(.oneOperation) : page.text(.operationCount, ["count": "\(number)"])
            return """
                <li><a href="\(link)">\(group.title)</a> <span class="count">\(count)</span>\(text)</li>

                """
        }
        return """
            <section class="group" aria-labelledby="operations"><h2 id="operations">\(page.text(.operations))</h2><ul class="cards">\(items)</ul></section>

            """
    }
}
