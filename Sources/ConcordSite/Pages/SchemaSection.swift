import ConcordOpenAPI

/// A schema component: its details, an example, and the operations that use it.
struct SchemaSection {
    let name: String
    let schema: Schema
    let page: PageContext
    /// The level of the schema's heading.
    let level: Int

    var html: HTML {
        let anchor = Anchor("schemas", name)
        let rows = page.site.isSinglePage ? 0 : page.site.rowsOfOperation
        var context = SchemaContext(page, place: anchor, budget: RowBudget(rows))
        context.open = [name]
        return """
            <article class="schema entry" id="\(anchor)" aria-label="\(name)">
            <h\(level)><a class="self" href="\(Hyperlink(anchor))">\(name)</a></h\(level)>
            <p><span class="type">\(TypeLabel(schema, page).html)</span>\(SchemaBadges(schema, isRequired: false, page).html)</p>
            \(SchemaDetails(schema, context).html)\(sample)\(usages)
            </article>

            """
    }

    private var sample: HTML {
        guard !page.site.isSinglePage else { return .empty }
        var samples = SampleValue(page.site.document, page.components.resolver, .response)
        guard let value = samples.node(for: schema) else { return .empty }
        return
            "<h\(level + 1) class=\"part\">\(page.text(.example))</h\(level + 1)>\(SampleBlock(SampleText(value).block).html)"
    }

    private var usages: HTML {
        let (operations, others) = page.site.usages.operations(of: name)
        guard !operations.isEmpty else { return .empty }
        let more: HTML = others > 0 ? "<p class=\"hint\">\(page.text(.andMore, ["count": "\(others)"]))</p>" : .empty
        return """
            <h\(level + 1) class="part">\(page.text(.usedBy))</h\(level + 1)>\(OperationIndex(operations: operations, page: page).html)\(more)
            """
    }
}

/// The schemas of the API, as links to their pages.
struct SchemaIndex {
    let page: PageContext

    var html: HTML {
        let items = page.components.schemas.html { schema in
            let text: HTML =
                schema.value.description.map { " <span class=\"hint\">\(HTML(markdownLine: $0))</span>" } ?? .empty
            return "<li>\(TypeLabel.link(toSchema: schema.name, page))\(text)</li>\n"
        }
        return "<h1>\(page.text(.schemas))</h1><ul class=\"schema-index\">\(items)</ul>"
    }
}
