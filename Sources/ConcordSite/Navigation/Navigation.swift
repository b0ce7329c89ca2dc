import ConcordOpenAPI

/// The contents of the site: the extra pages, the groups of operations, and the schemas. The operations of a group are
/// listed only if the group is open, so that the navigation of a large API stays short.
struct Navigation {
    let page: PageContext
    /// The group that the page belongs to.
    let group: Anchor?
    /// The subject of the page.
    let current: SiteTarget

    /// The maximum number of operations for which all pages list all operations.
    private static let mostOperations = 40

    private var site: SiteContent { page.site }

    var html: HTML {
        """
        <nav class="contents" id="contents" aria-label="Contents">
        <a class="close" href="#content">Close</a>
        <ul>\(item(.overview, "Overview"))\(guides)</ul>
        \(groups)
        <ul>\(schemas)\(site.map[.changes] == nil ? .empty : item(.changes, "Changes"))</ul>
        </nav>

        """
    }

    private var guides: HTML {
        site.settings.guides.enumerated().html { item(.guide($0.offset), "\($0.element.title)") }
    }

    private func item(_ target: SiteTarget, _ label: HTML, _ style: HTML = "") -> HTML {
        guard let link = page.link(target) else { return .empty }
        let current: HTML = target == current ? " aria-current=\"page\"" : .empty
        return "<li><a href=\"\(link)\"\(current)\(style)>\(label)</a></li>\n"
    }

    private var groups: HTML {
        var heading: String?
        var html: HTML = .empty
        for group in ordered {
            if group.heading != heading {
                heading = group.heading
                html += heading.map { "<p class=\"heading\">\($0)</p>" } ?? .empty
            }
            html += entry(group)
        }
        return html
    }

    /// The groups, each followed by its nested groups.
    private var ordered: [OperationGroup] {
        let tags = Set(site.groups.compactMap(\.tag))
        func withChildren(_ group: OperationGroup, _ depth: Int) -> [OperationGroup] {
            guard depth < 8, let tag = group.tag else { return [group] }
            return [group]
                + site.groups.filter { $0.parent == tag && $0.tag != tag }.flatMap { withChildren($0, depth + 1) }
        }
        let roots = site.groups.filter { group in group.parent.map { !tags.contains($0) || $0 == group.tag } ?? true }
        let ordered = roots.flatMap { withChildren($0, 0) }
        // Tags in a cycle have no root.
        let missing = site.groups.filter { group in !ordered.contains { $0.anchor == group.anchor } }
        return ordered + missing
    }

    private func entry(_ group: OperationGroup) -> HTML {
        let isCurrent = group.anchor == self.group
        let listsOperations = isCurrent || site.isSinglePage || site.operationCount <= Self.mostOperations
        let isOpen = isCurrent || site.operationCount <= Self.mostOperations
        let nested: HTML = group.parent == nil ? .empty : " nested-group"
        guard listsOperations, !group.operations.isEmpty else {
            let count: HTML =
                group.operations.isEmpty ? .empty : " <span class=\"count\">\(group.operations.count)</span>"
            return "<ul class=\"group-link\(nested)\">\(item(.group(group.anchor), "\(group.title)\(count)"))</ul>"
        }
        let operations = group.operations.html { operation in
            item(
                .operation(operation.anchor),
                "\(MethodBadge(operation.method).html)<span>\(operation.title)</span>",
                operation.isDeprecated ? " class=\"deprecated\"" : .empty)
        }
        return """
            <details class="group-entry\(nested)"\(isOpen ? " open" : .empty)><summary>\(group.title) \
            <span class="count">\(group.operations.count)</span></summary>
            <ul>\(item(.group(group.anchor), "About \(group.title)"))\(operations)</ul></details>

            """
    }

    private var schemas: HTML {
        guard !site.components.schemas.isEmpty else { return .empty }
        guard site.isSinglePage else { return item(.schemas, "Schemas") }
        let items = site.components.schemas.names.html { item(.schema($0), "\($0)") }
        return """
            <li><details class="group-entry"><summary>Schemas <span class="count">\(site.components.schemas.count)</span></summary>
            <ul>\(items)</ul></details></li>
            """
    }
}
