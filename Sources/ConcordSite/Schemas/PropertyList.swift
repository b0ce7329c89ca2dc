import ConcordOpenAPI
import ConcordYAML

/// The properties of an object: named properties, then pattern and additional properties.
struct PropertyList {
    private let parts: SchemaParts
    private let context: SchemaContext

    init(_ parts: SchemaParts, _ context: SchemaContext) {
        self.parts = parts
        self.context = context
    }

    var html: HTML {
        let required = parts.required
        let properties = parts.properties
        context.budget.spend(properties.count)
        let rows = properties.html { property in
            row(
                property.name, property.schema, isRequired: required.contains(property.name), origin: property.origin)
        }
        let others = parts.parts.html { patterned($0.schema) + additional($0.schema) }
        guard !rows.isEmpty || !others.isEmpty else { return .empty }
        return "<dl class=\"fields\">\(rows)\(others)</dl>"
    }

    private func row(_ name: String, _ schema: Schema, isRequired: Bool, origin: String?) -> HTML {
        let context = context.inside(name)
        let details = SchemaDetails(schema, context)
        let from: HTML =
            parts.parts.count(where: { $0.origin == nil }) > 1 || Set(parts.parts.compactMap(\.origin)).count > 1
            ? origin.map { " <span class=\"hint\">\(context.page.text(.fromComponent, ["name": "\($0)"]))</span>" }
                ?? .empty : .empty
        return """
            <div\(Self.identifier(context.place))><dt>\(PlaceLink(name, context.place).html) \
            <span class="facts-of-type"><span class="type">\(TypeLabel(schema, context.page).html)</span>\
            \(SchemaBadges(schema, isRequired: isRequired, context.page).html)\(from)</span></dt>\
            <dd>\(details.summary)\(details.folded(foldedTitle(schema)))</dd></div>

            """
    }

    private func foldedTitle(_ schema: Schema) -> HTML {
        if let name = schema.componentName { return context.page.text(.showComponent, ["name": "\(name)"]) }
        switch schema.type {
        case .array?: return context.page.text(.showItems)
        case .object?: return context.page.text(.showProperties)
        default: return context.page.text(.showDetails)
        }
    }

    static func identifier(_ place: Anchor?) -> HTML {
        place.map { " id=\"\($0)\"" } ?? .empty
    }

    private func patterned(_ schema: Schema) -> HTML {
        schema.patternProperties.html { property in
            other(context.page.text(.namesThatMatch, ["pattern": "<code>\(property.name)</code>"]), property.value)
        }
    }

    private func additional(_ schema: Schema) -> HTML {
        var rows: HTML = .empty
        for value in [schema.additionalProperties, schema.unevaluatedProperties].compactMap({ $0 }) {
            switch value.always {
            case false?:
                rows += "<div><dt><span class=\"hint\">\(context.page.text(.noOtherProperties))</span></dt></div>"
            case true?: rows += "<div><dt><span class=\"hint\">\(context.page.text(.otherProperties))</span></dt></div>"
            case nil: rows += other(context.page.text(schema.properties.isEmpty ? .anyName : .anyOtherName), value)
            }
        }
        return rows
    }

    private func other(_ name: HTML, _ schema: Schema) -> HTML {
        let details = SchemaDetails(schema, context.beside())
        return """
            <div><dt><span class="hint">\(name)</span> <span class="type">\(TypeLabel(schema, context.page).html)</span>\
            \(SchemaBadges(schema, isRequired: false, context.page).html)</dt>\
            <dd>\(details.summary)\(details.folded(context.page.text(.showDetails)))</dd></div>

            """
    }
}

/// A name that links to itself, so that readers can copy the URL.
struct PlaceLink {
    private let name: String
    private let place: Anchor?

    init(_ name: String, _ place: Anchor?) {
        self.name = name
        self.place = place
    }

    var html: HTML {
        guard let place else { return "<span class=\"name\">\(name)</span>" }
        return "<a class=\"name self\" href=\"\(Hyperlink(place))\">\(name)</a>"
    }
}

/// The badges of a property, such as "required".
struct SchemaBadges {
    private let schema: Schema
    private let isRequired: Bool
    private let page: PageContext

    init(_ schema: Schema, isRequired: Bool, _ page: PageContext) {
        self.schema = schema
        self.isRequired = isRequired
        self.page = page
    }

    var html: HTML {
        var badges: HTML = isRequired ? " <span class=\"required\">\(page.text(.required))</span>" : .empty
        if schema.readOnly == true { badges += " <span class=\"badge\">\(page.text(.readOnly))</span>" }
        if schema.writeOnly == true { badges += " <span class=\"badge\">\(page.text(.writeOnly))</span>" }
        if schema.deprecated == true { badges += " <span class=\"badge warn\">\(page.text(.deprecated))</span>" }
        return badges
    }
}

/// A link to documentation outside the document.
struct ExternalLink {
    private let docs: ExternalDocumentation

    init(_ docs: ExternalDocumentation) {
        self.docs = docs
    }

    var html: HTML {
        guard let url = docs.url else { return Prose(docs.description).html }
        let text = docs.description ?? url
        guard let link = Hyperlink(untrusted: url) else { return "<p class=\"more\">\(text)</p>" }
        return "<p class=\"more\"><a href=\"\(link)\" rel=\"noopener noreferrer nofollow\">\(text)</a></p>"
    }
}
