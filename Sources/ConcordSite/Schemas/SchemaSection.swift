import ConcordOpenAPI

/// A schema of `components`, where the links of the rest of the page lead.
struct SchemaSection {
    let name: String
    let schema: Schema

    var html: HTML {
        let anchor = Anchor("schemas", name)
        let title = schema.title
        let subtitle: HTML = title == nil || title == name ? .empty : " <span class=\"hint\">\(title ?? "")</span>"
        return """
            <article class="schema entry" id="\(anchor)" aria-label="\(name)">
            <h3><a class="self" href="\(Hyperlink(anchor))">\(name)</a>\(subtitle)</h3>
            <p><span class="type">\(TypeLabel(schema).html)</span>\(SchemaBadges(schema, isRequired: false).html)</p>
            \(SchemaDetails(schema, depth: 0).html)
            </article>

            """
    }
}
