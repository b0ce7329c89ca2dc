import ConcordOpenAPI

/// A group of operations: its text, then the operations themselves or links to their pages.
struct GroupSection {
    let group: OperationGroup
    let page: PageContext
    /// The level of the group's heading.
    let level: Int

    var html: HTML {
        let docs: HTML = group.externalDocs.map { ExternalLink($0).html } ?? .empty
        let kind: HTML = group.kind.map { $0 == "nav" ? .empty : " <span class=\"badge\">\($0)</span>" } ?? .empty
        return """
            <section class="group" id="\(group.anchor)" aria-label="\(group.title)">
            <h\(level)>\(group.title)\(kind)</h\(level)>
            \(Prose(group.description, headingLevel: level + 1).html)\(docs)\
            \(OperationIndex(operations: listed, page: page).html)\
            \(shown.html { OperationSection(entry: $0, page: page, level: level + 1).html })</section>

            """
    }

    /// The operations that are shown on this page.
    private var shown: [OperationEntry] {
        group.operations.filter { page.site.map[.operation($0.anchor)]?.page == page.path }
    }

    private var listed: [OperationEntry] {
        (shown.isEmpty ? group.operations : []) + group.others
    }
}

/// Links to operations.
struct OperationIndex {
    let operations: [OperationEntry]
    let page: PageContext

    var html: HTML {
        guard !operations.isEmpty else { return .empty }
        let items = operations.html { operation in
            let link = page.link(.operation(operation.anchor)) ?? Hyperlink(operation.anchor)
            let deprecated: HTML =
                operation.isDeprecated ? " <span class=\"badge warn\">\(page.text(.deprecated))</span>" : .empty
            return """
                <li><a href="\(link)">\(MethodBadge(operation.method).html) <span class="index-title">\(operation.title)</span> \
                <span class="path">\(operation.path)</span></a>\(deprecated)</li>

                """
        }
        return "<ul class=\"operation-index\">\(items)</ul>"
    }
}
