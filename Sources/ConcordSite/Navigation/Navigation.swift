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
    /// The maximum number of operations of a group in the navigation. Larger groups are complete only on their page,
    /// and the navigation shows the operations around the current one.
    private static let mostOperationsOfGroup = 100

    private var site: SiteContent { page.site }

    var html: HTML {
        """
        <nav class="contents" id="contents" aria-label="\(page.text(.contents))">
        <a class="close" href="#content">\(page.text(.close))</a>
        <ul>\(item(.overview, page.text(.overview)))\(guides)</ul>
        \(groups)
        <ul>\(schemas)\(site.map[.changes] == nil ? .empty : item(.changes, page.text(.changes)))</ul>
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
        for group in site.navigationGroups {
            if group.heading != heading {
                heading = group.heading
                html += heading.map { "<p class=\"heading\">\($0)</p>" } ?? .empty
            }
            html += entry(group)
        }
        return html
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
        let operations = listed(group).html { operation in
            item(
                .operation(operation.anchor),
                "\(MethodBadge(operation.method).html)<span>\(operation.title)</span>",
                operation.isDeprecated ? " class=\"deprecated\"" : .empty)
        }
        return """
            <details class="group-entry\(nested)"\(isOpen ? " open" : .empty)><summary>\(group.title) \
            <span class="count">\(group.operations.count)</span></summary>
            <ul>\(item(.group(group.anchor), page.text(.aboutGroup, ["group": "\(group.title)"])))\(operations)</ul></details>

            """
    }

    /// Returns the operations of an open group. For a large group, returns those around the current one.
    private func listed(_ group: OperationGroup) -> ArraySlice<OperationEntry> {
        let operations = group.operations[...]
        guard !site.isSinglePage, operations.count > Self.mostOperationsOfGroup else { return operations }
        let current = operations.firstIndex { .operation($0.anchor) == self.current } ?? 0
        let start = max(0, min(current - Self.mostOperationsOfGroup / 2, operations.count - Self.mostOperationsOfGroup))
        return operations[start..<(start + Self.mostOperationsOfGroup)]
    }

    private var schemas: HTML {
        guard !site.components.schemas.isEmpty else { return .empty }
        guard site.isSinglePage else { return item(.schemas, page.text(.schemas)) }
        let items = site.components.schemas.names.html { item(.schema($0), "\($0)") }
        return """
            <li><details class="group-entry"><summary>\(page.text(.schemas)) <span class="count">\(site.components.schemas.count)</span></summary>
            <ul>\(items)</ul></details></li>
            """
    }
}
