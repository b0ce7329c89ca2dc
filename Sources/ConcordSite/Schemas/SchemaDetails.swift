import ConcordOpenAPI
import ConcordYAML

/// A schema below its type: description, constraints, properties, alternatives and rules.
struct SchemaDetails {
    private let schema: Schema
    private let context: SchemaContext
    private let parts: SchemaParts

    init(_ schema: Schema, _ context: SchemaContext) {
        self.schema = schema
        self.context = context
        parts = SchemaParts(schema, context.page.components.resolver)
    }

    var html: HTML { summary + children }

    /// The texts and constraints of the schema itself.
    var summary: HTML {
        texts + parts.parts.map { ConstraintList($0.schema, context.page).html }.joined()
    }

    private var texts: HTML {
        var texts: HTML = .empty
        for part in parts.parts where part.origin == nil || part.origin == schema.componentName {
            if part.origin != nil, !texts.isEmpty { continue }
            texts += Prose(part.schema.description).html
        }
        for docs in parts.parts.compactMap(\.schema.externalDocs) { texts += ExternalLink(docs).html }
        return texts
    }

    /// The properties, items, alternatives and rules, or nothing for a scalar schema.
    var children: HTML {
        guard !context.isTooDeep else { return "<p class=\"hint\">\(context.page.text(.deeperLevels))</p>" }
        if let name = schema.componentName {
            guard context.expands(name) else { return .empty }
        }
        let inner = parts.parts.compactMap(\.origin).reduce(context) { context, name in
            var context = context
            context.open.append(name)
            return context
        }
        return PropertyList(parts, inner).html
            + parts.parts.map { part in
                SchemaAlternatives(part.schema, inner).html + ItemList(part.schema, inner).html
                    + SchemaRules(part.schema, inner).html
            }.joined()
    }

    /// Returns the children in a collapsible element, or nothing if there are none.
    func folded(_ title: HTML) -> HTML {
        let children = children
        guard !children.isEmpty else { return .empty }
        return
            "<details class=\"nested inner\"><summary>\(title)</summary><div class=\"body\">\(children)</div></details>"
    }
}
