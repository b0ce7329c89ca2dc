import ConcordOpenAPI
import ConcordYAML

/// The parameters of an operation, grouped by their location.
struct ParameterList {
    let entry: OperationEntry
    let page: PageContext
    let budget: RowBudget
    let level: Int
    /// Whether it is part of another operation, so its rows have no anchors.
    var isPart = false

    private static let places: [(location: Parameter.Location, title: HTML)] = [
        (.path, "Path parameters"), (.query, "Query parameters"), (.querystring, "Query string"),
        (.header, "Headers"), (.cookie, "Cookies"),
    ]

    var html: HTML {
        Self.places.html { place in
            let parameters = entry.parameters.filter { $0.location == place.location }
            guard !parameters.isEmpty else { return .empty }
            let rows = parameters.html { parameter in
                let anchor = entry.anchor.appending(place.location.rawValue).appending(parameter.name ?? "")
                let context = SchemaContext(page, place: isPart ? nil : anchor, budget: budget)
                return InputRow(parameter, context).html
            }
            return "<h\(level) class=\"part\">\(place.title)</h\(level)><dl class=\"fields\">\(rows)</dl>"
        }
    }
}

/// A parameter of a request, or a header of a response.
struct InputRow {
    private let name: String
    private let description: String?
    private let isRequired: Bool
    private let isDeprecated: Bool
    private let schema: Schema?
    private let mediaType: String?
    private let writing: [HTML]
    private let example: Node?
    private let examples: ObjectMap<Example>
    private let context: SchemaContext

    init(_ parameter: Parameter, _ context: SchemaContext) {
        name = parameter.name ?? ""
        description = parameter.description
        isRequired = parameter.required == true
        isDeprecated = parameter.deprecated == true
        let content = parameter.content.first
        schema = parameter.schema ?? content?.value.schema
        mediaType = content?.name
        writing = ParameterStyle(parameter).texts
        example = parameter.example ?? content?.value.example
        examples = content.map(\.value.examples).flatMap { $0.isEmpty ? nil : $0 } ?? parameter.examples
        self.context = context
    }

    init(_ header: Header, name: String, _ context: SchemaContext) {
        self.name = name
        description = header.description
        isRequired = header.required == true
        isDeprecated = header.deprecated == true
        let content = header.content.first
        schema = header.schema ?? content?.value.schema
        mediaType = content?.name
        writing = header.explode == true ? ["exploded"] : []
        example = header.example ?? content?.value.example
        examples = content.map(\.value.examples).flatMap { $0.isEmpty ? nil : $0 } ?? header.examples
        self.context = context
    }

    var html: HTML {
        let type: HTML = schema.map { TypeLabel($0, context.page).html } ?? .empty
        let details: HTML =
            schema.map {
                let details = SchemaDetails($0, context)
                return details.summary + details.folded("Show details")
            } ?? .empty
        return """
            <div\(PropertyList.identifier(context.place))><dt>\(PlaceLink(name, context.place).html) \
            <span class="type">\(type)</span>\(badges)</dt>\
            <dd>\(Prose(description).html)\(details)\(facts)\(ExampleList(examples, nil, context.page).html)</dd></div>

            """
    }

    private var badges: HTML {
        var badges: HTML = isRequired ? " <span class=\"required\">required</span>" : .empty
        if isDeprecated { badges += " <span class=\"badge warn\">deprecated</span>" }
        return badges
    }

    private var facts: HTML {
        var items = writing
        if let mediaType { items.append("written as <code>\(mediaType)</code>") }
        if let example { items.append("example: <code>\(SampleText(example).oneLine)</code>") }
        return items.isEmpty ? .empty : "<ul class=\"constraints\">\(items.html { "<li>\($0)</li>" })</ul>"
    }
}

/// The serialization of a parameter, if it is not the default.
private struct ParameterStyle {
    let texts: [HTML]

    init(_ parameter: Parameter) {
        var texts: [HTML] = []
        switch parameter.style {
        case "spaceDelimited"?: texts.append("separated by spaces (spaceDelimited)")
        case "pipeDelimited"?: texts.append("separated by <code>|</code> (pipeDelimited)")
        case "deepObject"?: texts.append("written as <code>\(parameter.name ?? "")[key]=value</code> (deepObject)")
        case "label"?: texts.append("written as <code>.value</code> (label)")
        case "matrix"?: texts.append("written as <code>;\(parameter.name ?? "")=value</code> (matrix)")
        default: break
        }
        let isArray = parameter.schema?.type == .array
        if parameter.explode == false, isArray, parameter.style ?? "form" == "form" {
            texts.append("separated by commas")
        }
        if parameter.explode == true, parameter.style != "form" { texts.append("exploded") }
        if parameter.allowEmptyValue == true { texts.append("may be empty") }
        if parameter.allowReserved == true { texts.append("reserved characters are not escaped") }
        self.texts = texts
    }
}
