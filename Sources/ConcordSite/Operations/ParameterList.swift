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

    private static let places: [(location: Parameter.Location, title: SiteText)] = [
        (.path, .pathParameters), (.query, .queryParameters), (.querystring, .queryString),
        (.header, .headers), (.cookie, .cookies),
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
            return "<h\(level) class=\"part\">\(page.text(place.title))</h\(level)><dl class=\"fields\">\(rows)</dl>"
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
        self.init(
            parameter, name: parameter.name ?? "", writing: ParameterStyle(parameter, context.page).texts, context)
    }

    init(_ header: Header, name: String, _ context: SchemaContext) {
        let writing = header.explode == true ? [context.page.text(.exploded)] : []
        self.init(header, name: name, writing: writing, context)
    }

    private init(
        _ value: some SerializedValue & ExemplifiedObject, name: String, writing: [HTML], _ context: SchemaContext
    ) {
        self.name = name
        self.writing = writing
        self.context = context
        description = value.description
        isRequired = value.required == true
        isDeprecated = value.deprecated == true
        let content = value.content.first
        schema = value.schema ?? content?.value.schema
        mediaType = content?.name
        example = value.example ?? content?.value.example
        examples = content.map(\.value.examples).flatMap { $0.isEmpty ? nil : $0 } ?? value.examples
    }

    var html: HTML {
        let type: HTML = schema.map { TypeLabel($0, context.page).html } ?? .empty
        let details: HTML =
            schema.map {
                let details = SchemaDetails($0, context)
                return details.summary + details.folded(context.page.text(.showDetails))
            } ?? .empty
        return """
            <div\(PropertyList.identifier(context.place))><dt>\(PlaceLink(name, context.place).html) \
            <span class="facts-of-type"><span class="type">\(type)</span>\(badges)</span></dt>\
            <dd>\(Prose(description).html)\(details)\(facts)\(ExampleList(examples, nil, context.page).html)</dd></div>

            """
    }

    private var badges: HTML {
        var badges: HTML = isRequired ? " <span class=\"required\">\(context.page.text(.required))</span>" : .empty
        if isDeprecated { badges += " <span class=\"badge warn\">\(context.page.text(.deprecated))</span>" }
        return badges
    }

    private var facts: HTML {
        var items = writing
        if let mediaType { items.append(context.page.text(.writtenAs, ["form": "<code>\(mediaType)</code>"])) }
        if let example {
            let value: HTML = "<code>\(SampleText(example).oneLine)</code>"
            items.append(context.page.text(.stringExample, ["value": value]))
        }
        return items.isEmpty ? .empty : "<ul class=\"constraints\">\(items.html { "<li>\($0)</li>" })</ul>"
    }
}

/// The serialization of a parameter, if it is not the default.
private struct ParameterStyle {
    let texts: [HTML]

    init(_ parameter: Parameter, _ page: PageContext) {
        let name = parameter.name ?? ""
        var texts: [HTML] = []
        func append(form: HTML) { texts.append(page.text(.writtenAs, ["form": form])) }
        switch parameter.style {
        case "spaceDelimited"?: texts.append(page.text(.separatedBySpaces))
        case "pipeDelimited"?: texts.append(page.text(.separatedByBars, ["bar": "<code>|</code>"]))
        case "deepObject"?: append(form: "<code>\(name)[key]=value</code> (deepObject)")
        case "label"?: append(form: "<code>.value</code> (label)")
        case "matrix"?: append(form: "<code>;\(name)=value</code> (matrix)")
        default: break
        }
        let isArray = parameter.schema?.type == .array
        if parameter.explode == false, isArray, parameter.style ?? "form" == "form" {
            texts.append(page.text(.separatedByCommas))
        }
        if parameter.explode == true, parameter.style != "form" { texts.append(page.text(.exploded)) }
        if parameter.allowEmptyValue == true { texts.append(page.text(.mayBeEmpty)) }
        if parameter.allowReserved == true { texts.append(page.text(.reservedCharacters)) }
        self.texts = texts
    }
}
