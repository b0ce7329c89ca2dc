import ConcordOpenAPI

/// The media types of a body: tabs if there are several.
struct MediaTypeList {
    let content: ObjectMap<MediaType>
    let context: SchemaContext

    var html: HTML {
        let panels = content.enumerated().map { index, entry in
            // Only the properties of the first media type have anchors. The others usually have the same properties.
            let media = context.page.components.resolved(entry.value)
            return TabList.Tab(label: entry.name, content: panel(media, index == 0 ? context : context.beside()))
        }
        guard panels.count > 1 else {
            return panels.html {
                "<div class=\"media\"><code class=\"media-type\">\($0.label)</code>\($0.content)</div>"
            }
        }
        return TabList(panels, style: "media", label: context.page.text(.mediaTypes), context.page).html
    }

    private func panel(_ media: MediaType, _ context: SchemaContext) -> HTML {
        schema(media.schema, context) + stream(media.itemSchema, context) + encoding(of: media)
            + ExampleList(media.examples, media.example, context.page).html
    }

    private func schema(_ schema: Schema?, _ context: SchemaContext) -> HTML {
        guard let schema else { return .empty }
        return """
            <p class="media-schema"><span class="type">\(TypeLabel(schema, context.page).html)</span></p>\
            \(SchemaDetails(schema, context).html)
            """
    }

    private func stream(_ item: Schema?, _ context: SchemaContext) -> HTML {
        guard let item else { return .empty }
        let type: HTML = "<span class=\"type\">\(TypeLabel(item, context.page).html)</span>"
        return """
            <p class="media-schema">\(context.page.text(.streamOf, ["type": type]))</p>\
            \(SchemaDetails(item, context).html)
            """
    }

    private func encoding(of media: MediaType) -> HTML {
        guard !media.encoding.isEmpty else { return .empty }
        let rows = media.encoding.html { entry in
            let encoding = entry.value
            let page = context.page
            var facts = encoding.contentType.map { [page.text(.sentAs, ["type": "<code>\($0)</code>"])] } ?? []
            if let style = encoding.style { facts.append(page.text(.style, ["style": "\(style)"])) }
            if let explode = encoding.explode { facts.append(page.text(explode ? .exploded : .notExploded)) }
            let headers = encoding.headers.html { header in
                InputRow(context.page.components.resolved(header.value), name: header.name, context.beside()).html
            }
            let list: HTML = headers.isEmpty ? .empty : "<dl class=\"fields\">\(headers)</dl>"
            return """
                <div><dt><span class="name">\(entry.name)</span></dt>\
                <dd><ul class="constraints">\(facts.html { "<li>\($0)</li>" })</ul>\(list)</dd></div>
                """
        }
        return """
            <details class="nested"><summary>\(context.page.text(.encoding))</summary><div class="body"><dl class="fields">\(rows)</dl></div></details>
            """
    }
}
