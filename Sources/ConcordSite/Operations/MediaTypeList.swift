import ConcordOpenAPI

/// The media types of a body, each with its schema.
struct MediaTypeList {
    let content: ObjectMap<MediaType>

    var html: HTML {
        content.html { entry in
            guard let schema = entry.value.schema ?? entry.value.itemSchema else {
                return "<div class=\"media\"><code>\(entry.name)</code></div>"
            }
            return """
                <div class="media"><code>\(entry.name)</code> <span class="type">\(TypeLabel(schema).html)</span>\
                \(SchemaDetails(schema, depth: 0).html)</div>

                """
        }
    }
}
