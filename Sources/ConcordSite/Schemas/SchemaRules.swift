import ConcordOpenAPI
import ConcordYAML

/// The keywords of a schema that contain other schemas: `not`, `if`, `contains`, `propertyNames`, `dependentSchemas`.
struct SchemaRules {
    private let schema: Schema
    private let context: SchemaContext

    init(_ schema: Schema, _ context: SchemaContext) {
        self.schema = schema
        self.context = context
    }

    var html: HTML {
        let rows = [
            rule("Not allowed", schema.not), rule("If", schema.if), rule("Then", schema.then),
            rule("Otherwise", schema.else), contains, rule("Property names", schema.propertyNames), dependencies,
            rule("Decoded content", schema.contentSchema),
        ].joined()
        return rows.isEmpty ? .empty : "<dl class=\"fields rules\">\(rows)</dl>"
    }

    private func rule(_ title: HTML, _ schema: Schema?) -> HTML {
        guard let schema else { return .empty }
        let details = SchemaDetails(schema, context.beside())
        return """
            <div><dt><span class="hint">\(title)</span> <span class="type">\(TypeLabel(schema, context.page).html)</span></dt>\
            <dd>\(details.html)</dd></div>
            """
    }

    private var contains: HTML {
        guard let contained = schema.contains else { return .empty }
        let amount = CountRange(schema.minContains ?? 1, schema.maxContains, "item").text ?? "any number of items"
        return rule("Contains \(amount)", contained)
    }

    private var dependencies: HTML {
        schema.dependentSchemas.html { rule("If <code>\($0.name)</code> is present", $0.value) }
    }
}
