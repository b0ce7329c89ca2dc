import ConcordOpenAPI

/// The items of an array: `prefixItems`, then other items.
struct ItemList {
    private let schema: Schema
    private let context: SchemaContext

    init(_ schema: Schema, _ context: SchemaContext) {
        self.schema = schema
        self.context = context
    }

    var html: HTML {
        prefix + items + unevaluated
    }

    private var prefix: HTML {
        guard !schema.prefixItems.isEmpty else { return .empty }
        let rows = schema.prefixItems.enumerated().html { index, item in
            row(context.page.text(.itemNumber, ["number": "\(index + 1)"]), item)
        }
        return "<dl class=\"fields\">\(rows)</dl>"
    }

    private var items: HTML {
        guard let items = schema.items else { return .empty }
        if items.always == false { return "<p class=\"hint\">\(context.page.text(.noOtherItems))</p>" }
        guard schema.prefixItems.isEmpty else {
            return "<dl class=\"fields\">\(row(context.page.text(.otherItems), items))</dl>"
        }
        return SchemaDetails(items, itemContext).html
    }

    /// The context of items. The anchors of their properties are below the array.
    private var itemContext: SchemaContext {
        var context = context.beside()
        context.place = self.context.place
        return context
    }

    private var unevaluated: HTML {
        schema.unevaluatedItems?.always == false ? "<p class=\"hint\">\(context.page.text(.noOtherItems))</p>" : .empty
    }

    private func row(_ name: HTML, _ item: Schema) -> HTML {
        let details = SchemaDetails(item, context.beside())
        return """
            <div><dt><span class="hint">\(name)</span> <span class="type">\(TypeLabel(item, context.page).html)</span></dt>\
            <dd>\(details.summary)\(details.folded(context.page.text(.showDetails)))</dd></div>
            """
    }
}
