import ConcordOpenAPI
import ConcordYAML

/// The parameters of an operation, those that are in one place together.
struct ParameterList {
    let parameters: [Parameter]

    private static let places: [(location: Parameter.Location, title: HTML)] = [
        (.path, "Path"), (.query, "Query"), (.querystring, "Query string"), (.header, "Headers"), (.cookie, "Cookies"),
    ]

    var html: HTML {
        Self.places.html { place in
            let parameters = parameters.filter { $0.location == place.location }
            guard !parameters.isEmpty else { return .empty }
            return "<h4>\(place.title)</h4><dl class=\"fields\">\(parameters.html { InputRow($0).html })</dl>"
        }
    }
}

/// A value that stands beside a body: a parameter of a request, or a header of a response.
struct InputRow {
    private let name: String
    private let description: String?
    private let isRequired: Bool
    private let isDeprecated: Bool
    private let schema: Schema?
    private let style: String?
    private let explode: Bool?
    private let example: Node?

    init(_ parameter: Parameter) {
        name = parameter.name ?? ""
        description = parameter.description
        isRequired = parameter.required == true
        isDeprecated = parameter.deprecated == true
        schema = parameter.schema ?? parameter.content.first?.value.schema
        style = parameter.style
        explode = parameter.explode
        example = parameter.example
    }

    init(_ header: Header, name: String) {
        self.name = name
        description = header.description
        isRequired = header.required == true
        isDeprecated = header.deprecated == true
        schema = header.schema ?? header.content.first?.value.schema
        style = header.style
        explode = header.explode
        example = header.example
    }

    var html: HTML {
        let type: HTML = schema.map { TypeLabel($0).html } ?? .empty
        let details: HTML =
            schema.map { ConstraintList($0).html + FieldList($0, depth: 1).html } ?? .empty
        return """
            <div><dt><span class="name">\(name)</span> <span class="type">\(type)</span>\(badges)</dt>\
            <dd>\(Prose(description ?? schema?.description).html)\(details)\(writing)</dd></div>

            """
    }

    private var badges: HTML {
        var badges: HTML = isRequired ? " <span class=\"required\">required</span>" : .empty
        if isDeprecated { badges += " <span class=\"badge warn\">deprecated</span>" }
        return badges
    }

    /// How the value is written into the request.
    private var writing: HTML {
        var items: [HTML] = []
        if let style { items.append("style <code>\(style)</code>") }
        if let explode { items.append(explode ? "exploded" : "not exploded") }
        if let example { items.append("for example <code>\(SampleText(example).oneLine)</code>") }
        return items.isEmpty ? .empty : "<ul class=\"constraints\">\(items.html { "<li>\($0)</li>" })</ul>"
    }
}
