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
            rule(text(.notAllowed), schema.not), rule(text(.ifSchema), schema.if), rule(text(.thenSchema), schema.then),
            rule(text(.elseSchema), schema.else), contains, rule(text(.propertyNames), schema.propertyNames),
            dependencies,
            rule(text(.decodedContent), schema.contentSchema),
        ].joined()
        return rows.isEmpty ? .empty : "<dl class=\"fields rules\">\(rows)</dl>"
    }

    private func text(_ text: SiteText) -> HTML { context.page.text(text) }

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
        let range = CountRange(schema.minContains ?? 1, schema.maxContains, .item, .items)
        let amount = range.html(context.page) ?? text(.anyNumberOfItems)
        return rule(context.page.text(.containsItems, ["items": amount]), contained)
    }

    private var dependencies: HTML {
        schema.dependentSchemas.html {
            rule(context.page.text(.ifPresent, ["property": "<code>\($0.name)</code>"]), $0.value)
        }
    }
}
