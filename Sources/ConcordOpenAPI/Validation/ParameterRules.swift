import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let parameterRules = [
        unknownLocation, duplicateParameter, optionalPathParameter, ignoredHeader, parameterWithoutSchema,
        schemaAndContent, severalContents, exampleAndExamples, unknownStyle, misusedQueryString, malformedHeaderName,
    ]

    static let unknownLocation = DocumentRule(
        "unknown-location", .error, "The location of a parameter or key is not valid.",
        reason: "Swagger 2.0 declares bodies and forms as parameters. OpenAPI 3.0 and later use 'requestBody'.",
        source: "Parameter Object, in: \"Possible values are query, header, path or cookie\"",
        wrong: """
            paths:
              /pets:
                get:
                  parameters: [{name: sort, in: querry, schema: {type: string}}]
                  responses: {'200': {description: The pets.}}
            """,
        right: """
            paths:
              /pets:
                get:
                  parameters: [{name: sort, in: query, schema: {type: string}}]
                  responses: {'200': {description: The pets.}}
            """)

    static let duplicateParameter = DocumentRule(
        "duplicate-parameter", .error, "An array of parameters contains the same parameter twice.",
        reason: "Parameters are equal if their names and locations are equal. Header names are case-insensitive.",
        source: "Operation Object, parameters: \"The list MUST NOT include duplicated parameters\"",
        wrong: """
            paths:
              /pets:
                get:
                  parameters:
                    - {name: sort, in: query, schema: {type: string}}
                    - {name: sort, in: query, schema: {type: integer}}
                  responses: {'200': {description: The pets.}}
            """,
        right: """
            paths:
              /pets:
                get:
                  parameters:
                    - {name: sort, in: query, schema: {type: string}}
                    - {name: page, in: query, schema: {type: integer}}
                  responses: {'200': {description: The pets.}}
            """)

    static let optionalPathParameter = DocumentRule(
        "optional-path-parameter", .error, "A path parameter is not required.",
        reason: "Without a value, the path is incomplete. A path without the parameter is a different path.",
        source: "Parameter Object, required: in the path it \"is REQUIRED and its value MUST be true\"",
        wrong: """
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, schema: {type: integer}}]
            """,
        right: """
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            """)

    static let ignoredHeader = DocumentRule(
        "ignored-header", .warning, "A header that OpenAPI describes elsewhere is declared as a parameter and ignored.",
        reason: """
            'content' describes what is accepted and sent. 'security' describes how a client authenticates.
            """,
        source: "Parameter Object, name; Response Object, headers: \"SHALL be ignored\"",
        wrong: """
            paths:
              /pets:
                get:
                  parameters: [{name: Authorization, in: header, schema: {type: string}}]
                  responses: {'200': {description: The pets.}}
            """,
        right: """
            paths:
              /pets:
                get:
                  security: [{token: []}]
                  responses: {'200': {description: The pets.}}
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
            """)

    static let parameterWithoutSchema = DocumentRule(
        "parameter-without-schema", .error, "A parameter or header has neither 'schema' nor 'content'.",
        reason: "Use 'schema', or use 'content' for values that no style can serialize, such as JSON.",
        source: "Parameter Object: it \"MUST contain either a schema property, or a content property\"",
        wrong: """
            paths:
              /pets:
                parameters: [{name: sort, in: query}]
            """,
        right: """
            paths:
              /pets:
                parameters: [{name: sort, in: query, schema: {type: string}}]
            """)

    static let schemaAndContent = DocumentRule(
        "schema-and-content", .error, "A parameter or header has both 'schema' and 'content'.",
        reason: "'schema' serializes the value with a 'style', and 'content' serializes it with a media type.",
        source: "Parameter Object: \"either a schema property, or a content property, but not both\"",
        wrong: """
            paths:
              /pets:
                parameters:
                  - {name: sort, in: query, schema: {type: object}, content: {application/json: {}}}
            """,
        right: """
            paths:
              /pets:
                parameters:
                  - {name: sort, in: query, content: {application/json: {schema: {type: object}}}}
            """)

    static let severalContents = DocumentRule(
        "several-contents", .error, "The 'content' of a parameter or header has no media type or more than one.",
        reason: "A request can't state which of them it uses.",
        source: "Parameter Object, content: \"The map MUST only contain one entry\"",
        wrong: """
            paths:
              /pets:
                parameters:
                  - {name: sort, in: query, content: {application/json: {}, application/xml: {}}}
            """,
        right: """
            paths:
              /pets:
                parameters:
                  - {name: sort, in: query, content: {application/json: {}}}
            """)

    static let exampleAndExamples = DocumentRule(
        "example-and-examples", .error, "An object has both 'example' and 'examples'.",
        reason: "Move the single example to 'examples' and give it a name.",
        source: "Media Type Object, example: \"The example field is mutually exclusive of the examples field\"",
        wrong: """
            paths:
              /pets:
                parameters:
                  - {name: sort, in: query, schema: {}, example: name, examples: {age: {value: age}}}
            """,
        right: """
            paths:
              /pets:
                parameters:
                  - {name: sort, in: query, schema: {}, examples: {name: {value: name}, age: {value: age}}}
            """)

    static let unknownStyle = DocumentRule(
        "unknown-style", .error, "The style of a parameter or header is not valid for its location.",
        reason: """
            The styles of path parameters are matrix, label and simple; of query parameters form, spaceDelimited, \
            pipeDelimited and deepObject; of headers simple; and of cookies form.
            """,
        source: "Parameter Object, Style Values",
        wrong: """
            paths:
              /pets:
                parameters: [{name: tags, in: query, style: simple, schema: {type: array, items: {type: string}}}]
            """,
        right: """
            paths:
              /pets:
                parameters: [{name: tags, in: query, style: form, schema: {type: array, items: {type: string}}}]
            """)

    static let misusedQueryString = DocumentRule(
        "misused-query-string", .error,
        "A parameter for the whole query string has a schema, or other query parameters beside it.",
        reason: """
            A parameter with 'in: querystring' is the whole query string. It appears at most once, and not with 'in: \
            query'. Its 'content' states the serialization, so 'schema', 'style', 'explode' and 'allowReserved' are \
            not allowed.
            """,
        source:
            "Parameter Object of 3.2, in: it \"MUST NOT appear more than once\", and not beside parameters in the query",
        wrong: """
            openapi: 3.2.0
            paths:
              /pets:
                parameters:
                  - {name: filter, in: querystring, content: {application/json: {schema: {type: object}}}}
                  - {name: sort, in: query, schema: {type: string}}
                get: {responses: {'200': {description: The pets.}}}
            """,
        right: """
            openapi: 3.2.0
            paths:
              /pets:
                parameters:
                  - {name: filter, in: querystring, content: {application/json: {schema: {type: object}}}}
                get: {responses: {'200': {description: The pets.}}}
            """)

    static let malformedHeaderName = DocumentRule(
        "malformed-header-name", .error, "The name of a header is not an HTTP token.",
        reason: "A header name consists of letters, digits and !#$%&'*+-.^_`|~. Clients can't send other names.",
        source: "RFC 9110 5.1, Field Names, to which the Parameter Object and the Header Object refer",
        wrong: """
            paths:
              /pets:
                parameters: [{name: Page Size, in: header, schema: {type: integer}}]
            """,
        right: """
            paths:
              /pets:
                parameters: [{name: Page-Size, in: header, schema: {type: integer}}]
            """)
}

extension DocumentValidation {
    mutating func check(_ parameter: Parameter, at path: [PathStep]) {
        let node = parameter.node
        checkForm(of: node, "a parameter")
        checkExamples(ofValueWith: node, mediaType: nil)
        guard let place = node["in"], let text = place.string else { return }
        guard let location = parameter.location, location != .querystring || version >= .v3_2 else {
            return reportUnknownLocation(text, at: place.position)
        }
        if location == .path, parameter.required != true {
            report(
                .optionalPathParameter, "the path parameter '\(parameter.name ?? "")' must have 'required: true'",
                at: (node["required"] ?? node).position, help: "add 'required: true'")
        }
        if location == .header, let name = node["name"], let text = name.string, let means = Self.ignored(text) {
            report(
                .ignoredHeader, "a parameter for the header '\(text)' is ignored", at: name.position,
                help: "remove it: \(means)")
        }
        if location == .header, let name = node["name"] { checkHeaderName(name.string ?? "", at: name.position) }
        if location == .querystring { checkQueryStringFields(of: node) }
        if [.header, .cookie].contains(location), let entry = node.mapping?.entry("allowReserved") {
            report(
                .fieldOutOfPlace, "'allowReserved' has no effect on a \(text) parameter", at: entry.keyPosition,
                help: "remove it")
        }
        if let entry = node.mapping?.entry("allowEmptyValue"), location != .query {
            report(
                .fieldOutOfPlace, "'allowEmptyValue' applies only to query parameters", at: entry.keyPosition,
                help: "remove it")
        }
        if location != .querystring { checkStyle(of: node, among: Self.styles(of: location, version)) }
    }

    /// Reports a header name that HTTP doesn't allow.
    mutating func checkHeaderName(_ name: String, at position: Position) {
        guard name.isEmpty || !name.utf8.allSatisfy(String.isTokenByte) else { return }
        report(
            .malformedHeaderName, "'\(name)' is not a valid header name", at: position,
            help: "use letters, digits and '-'")
    }

    private mutating func checkQueryStringFields(of node: Node) {
        for key in ["schema", "style", "explode", "allowReserved"] {
            guard let entry = node.mapping?.entry(key) else { continue }
            report(
                .misusedQueryString, "'\(key)' is not allowed in a parameter for the whole query string",
                at: entry.keyPosition,
                help: key == "schema"
                    ? "move it into 'content', under application/x-www-form-urlencoded" : "remove it")
        }
    }

    private mutating func reportUnknownLocation(_ text: String, at position: Position) {
        let known = Parameter.Location.allCases.filter { $0 != .querystring || version >= .v3_2 }.map(\.rawValue)
        let help =
            switch text {
            case "body": "declare it as the operation's 'requestBody'"
            case "formData":
                "declare it as a property of the 'requestBody' with the media type application/x-www-form-urlencoded"
            case "querystring": "raise 'openapi' to 3.2.0, or declare each query parameter"
            default: known.suggestion(for: text) ?? "write one of \(known.joined(separator: ", "))"
            }
        report(.unknownLocation, "'\(text)' is not a location in a request", at: position, help: help)
    }

    private static func ignored(_ header: String) -> String? {
        switch header.lowercased() {
        case "accept": "the 'content' of the responses states the available media types"
        case "content-type": "the 'content' of the request body states the accepted media types"
        case "authorization": "'security' states the required credentials"
        default: nil
        }
    }

    private static func styles(of location: Parameter.Location, _ version: OpenAPIVersion) -> [String] {
        switch location {
        case .path: ["matrix", "label", "simple"]
        case .query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"]
        case .header: ["simple"]
        case .cookie: version >= .v3_2 ? ["form", "cookie"] : ["form"]
        case .querystring: []
        }
    }

    mutating func checkStyle(of node: Node, among styles: [String]) {
        guard let style = node["style"], let text = style.string, !styles.contains(text) else { return }
        report(
            .unknownStyle, "the style '\(text)' is not valid here", at: style.position,
            help: styles.suggestion(for: text)
                ?? (styles.isEmpty ? "remove it" : "write \(styles.joined(separator: ", or "))"))
    }

    mutating func check(_ header: Header, at path: [PathStep]) {
        checkForm(of: header.node, "a header")
        checkExamples(ofValueWith: header.node, mediaType: nil)
        checkStyle(of: header.node, among: ["simple"])
    }

    /// Checks the fields that parameters and headers share.
    private mutating func checkForm(of node: Node, _ name: String) {
        let mapping = node.mapping ?? Mapping()
        if let content = mapping.entry("content") {
            if mapping["schema"] != nil {
                report(
                    .schemaAndContent, "\(name) can't have both 'schema' and 'content'", at: content.keyPosition,
                    help: "remove one of them, or move the schema into 'content'")
            }
            if let types = content.value.mapping, types.count != 1 {
                report(
                    .severalContents, "'content' must have exactly one media type here, not \(types.count)",
                    at: content.keyPosition)
            }
            checkMediaTypes(of: content.value)
        } else if mapping["schema"] == nil {
            report(
                .parameterWithoutSchema, "\(name) must have 'schema' or 'content'", at: node.position,
                help: "add one, as in schema: {type: string}")
        }
        checkExampleFields(of: node)
    }

    mutating func checkExampleFields(of node: Node) {
        guard let mapping = node.mapping, let example = mapping.entry("example"), mapping["examples"] != nil else {
            return
        }
        report(
            .exampleAndExamples, "an object can't have both 'example' and 'examples'", at: example.keyPosition,
            help: "move it to 'examples', under a name")
    }

    /// Returns a parameter, or the target of its reference, or `nil` if that is invalid.
    mutating func resolved(_ parameter: Parameter) -> Parameter? {
        guard let reference = parameter.reference else { return parameter }
        if let known = parametersByReference[reference] { return known }
        let resolved = resolver.resolve(parameter)
        parametersByReference[reference] = resolved
        return resolved
    }

    /// Reports duplicate parameters in an array. An operation can override parameters of its path item.
    mutating func checkDuplicates(among parameters: [Parameter]) {
        guard parameters.count > 1 else { return }
        var places: [String: Position] = [:]
        for parameter in parameters {
            guard let resolved = resolved(parameter), let name = resolved.name, let location = resolved.in else {
                continue
            }
            let key = location + ":" + (location == "header" ? name.lowercased() : name)
            guard let first = places[key] else {
                places[key] = parameter.node.position
                continue
            }
            report(
                .duplicateParameter, "the \(location) parameter '\(name)' appears twice in this array",
                at: parameter.node.position, help: "remove one of them",
                related: ("first declared here", first))
        }
    }

    mutating func checkQueryStrings(_ parameters: [Parameter], of operation: PathItem.MethodOperation) {
        guard version >= .v3_2 else { return }
        let resolved = parameters.compactMap { parameter in self.resolved(parameter).map { (parameter, $0) } }
        let whole = resolved.filter { $0.1.location == .querystring }
        guard let first = whole.first else { return }
        let others = whole.dropFirst() + resolved.filter { $0.1.location == .query }
        for other in others {
            report(
                .misusedQueryString, "a parameter for the whole query string can't be combined with query parameters",
                at: other.0.node.position, help: "move it into the content of the other parameter",
                related: ("the parameter for the whole query string is here", first.0.node.position))
        }
    }
}
