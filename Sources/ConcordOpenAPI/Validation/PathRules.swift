import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let pathRules = [
        pathWithoutSlash, malformedPath, repeatedPathParameter, queryInPath, collidingPaths, undeclaredPathParameter,
        parameterNotInPath,
    ]

    static let pathWithoutSlash = DocumentRule(
        "path-without-slash", .error, "A path does not start with '/'.",
        reason: "Tools append the path to the URL of the server unchanged.",
        source: "Paths Object: \"The field name MUST begin with a forward slash (/)\"",
        wrong: """
            paths:
              pets: {}
            """,
        right: """
            paths:
              /pets: {}
            """)

    static let malformedPath = DocumentRule(
        "malformed-path", .error, "The braces of a path do not form a valid template.",
        reason: "Each '{' requires a '}', with a parameter name between them and no nested braces.",
        source: "Path Templating: \"delimited by curly braces ({})\"",
        wrong: """
            paths:
              /pets/{id: {}
            """,
        right: """
            paths:
              /pets/{id}: {}
            """)

    static let repeatedPathParameter = DocumentRule(
        "repeated-path-parameter", .error, "A path contains the same parameter twice.",
        reason: "A request could contain two values for one parameter.",
        source: "Path Templating of 3.2: \"Each template expression MUST NOT appear more than once\" in a path",
        wrong: """
            paths:
              /pets/{id}/friends/{id}: {}
            """,
        right: """
            paths:
              /pets/{id}/friends/{friend}: {}
            """)

    static let queryInPath = DocumentRule(
        "query-in-path", .warning, "A path contains a query or a fragment.",
        reason: "Parameters with 'in: query' describe the query. Tools compare paths without it.",
        source: "Path Templating, ABNF: a path consists of segments, which can't contain '?' or '#'",
        wrong: """
            paths:
              /pets?sort=name: {}
            """,
        right: """
            paths:
              /pets:
                parameters: [{name: sort, in: query, schema: {type: string}}]
            """)

    static let collidingPaths = DocumentRule(
        "colliding-paths", .error, "Two paths differ only in the names of their parameters.",
        reason: "Every request that matches one of them matches the other.",
        source: "Paths Object: \"different templated names MUST NOT exist as they are identical\"",
        wrong: """
            paths:
              /pets/{id}: {}
              /pets/{name}: {}
            """,
        right: """
            paths:
              /pets/{id}: {}
              /pets/by-name/{name}: {}
            """)

    static let undeclaredPathParameter = DocumentRule(
        "undeclared-path-parameter", .error, "A path has a parameter that an operation does not declare.",
        reason: "Declare the parameter once in the path item, or in each operation.",
        source: "Path Templating: \"Each template expression in the path MUST correspond to a path parameter\"",
        wrong: """
            paths:
              /pets/{id}:
                get:
                  responses: {'200': {description: A pet.}}
            """,
        right: """
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: A pet.}}
            """)

    static let parameterNotInPath = DocumentRule(
        "parameter-not-in-path", .error, "A path parameter is not in the path.",
        reason: "A request can't contain a value for it.",
        source: "Parameter Object, name: it \"MUST correspond to a template expression occurring within the path\"",
        wrong: """
            paths:
              /pets:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: The pets.}}
            """,
        right: """
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: A pet.}}
            """)
}

extension DocumentValidation {
    mutating func check(_ paths: Paths) {
        var places: [String: Mapping.Entry] = [:]
        for entry in paths.node.mapping ?? Mapping() where !entry.key.hasPrefix("x-") {
            let template = PathTemplate(entry.key)
            checkForm(of: template, at: entry)
            if let first = places.updateValue(entry, forKey: template.shape), first.key != entry.key {
                report(
                    .collidingPaths, "'\(entry.key)' and '\(first.key)' are the same path", at: entry.keyPosition,
                    help: "merge them into one path", related: ("the other path is here", first.keyPosition))
            }
            checkParameters(of: PathItem(entry.value), template, at: entry)
        }
    }

    private mutating func checkForm(of template: PathTemplate, at entry: Mapping.Entry) {
        if !template.text.hasPrefix("/") {
            report(
                .pathWithoutSlash, "a path must start with '/'", at: entry.keyPosition,
                help: "write '/\(template.text)'")
        }
        if let problem = template.problem {
            report(.malformedPath, "in '\(template.text)' \(problem)", at: entry.keyPosition)
        }
        for name in template.repeatedNames {
            report(
                .repeatedPathParameter, "'{\(name)}' appears twice in this path", at: entry.keyPosition,
                help: "rename the second one")
        }
        if template.literals.contains(where: { $0.contains("?") || $0.contains("#") }) {
            report(
                .queryInPath, "a path can't contain '?' or '#'", at: entry.keyPosition,
                help: "declare query parameters with 'in: query'")
        }
    }

    /// Checks that the parameters in the template are declared, and that declared path parameters are in the template.
    private mutating func checkParameters(of item: PathItem, _ template: PathTemplate, at entry: Mapping.Entry) {
        let operations = item.operations
        let shared = pathParameters(item.parameters)
        checkAreInPath(shared, template)
        // Nothing is known about an operation that couldn't be read.
        for operation in operations where operation.operation.reference == nil {
            let own = pathParameters(operation.operation.parameters)
            checkAreInPath(own, template)
            guard !shared.isIncomplete, !own.isIncomplete else { continue }
            let names = Set((shared.declared + own.declared).map(\.name))
            for name in Set(template.names).sorted() where !names.contains(name) {
                let unmatched = names.filter { !template.names.contains($0) }
                report(
                    .undeclaredPathParameter, "\(operation.method) doesn't declare the path parameter '\(name)'",
                    at: operation.position,
                    help: unmatched.nearest(to: name).map { "did you mean '{\($0)}' in the path?" }
                        ?? "add {name: \(name), in: path, required: true, schema: …} to its 'parameters'",
                    related: ("the path is here", entry.keyPosition))
            }
        }
    }

    private struct PathParameters {
        var declared: [(name: String, position: Position)] = []
        /// Whether a reference among the parameters is invalid, so that it could be any parameter.
        var isIncomplete = false
    }

    private mutating func pathParameters(_ parameters: [Parameter]) -> PathParameters {
        var found = PathParameters()
        for parameter in parameters {
            guard let resolved = resolved(parameter) else {
                found.isIncomplete = true
                continue
            }
            guard resolved.in == "path", let name = resolved.name else { continue }
            let place = parameter.node["$ref"] ?? parameter.node["name"] ?? parameter.node
            found.declared.append((name, place.position))
        }
        return found
    }

    private mutating func checkAreInPath(_ parameters: PathParameters, _ template: PathTemplate) {
        for (name, position) in parameters.declared where !template.names.contains(name) {
            report(
                .parameterNotInPath, "the path '\(template.text)' has no '{\(name)}'", at: position,
                help: template.names.suggestion(for: name) ?? "add it to the path, or remove the parameter")
        }
    }
}

/// A path with parameter names in braces.
struct PathTemplate {
    let text: String
    /// The parameter names.
    private(set) var names: [String] = []
    /// The literals between the parameters.
    private(set) var literals: [String] = []
    /// The problem with the template, or `nil` if it is valid.
    private(set) var problem: String?

    init(_ text: String) {
        self.text = text
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            add(literal: rest[..<open])
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(of: "}") else {
                problem = "a '{' is not closed"
                return
            }
            let name = rest[..<close]
            if name.isEmpty { problem = "'{}' contains no parameter name" }
            if name.contains("{") { problem = "a '{' is inside braces" }
            names.append(String(name))
            rest = rest[rest.index(after: close)...]
        }
        add(literal: rest)
    }

    private mutating func add(literal: Substring) {
        if literal.contains("}") { problem = "a '}' has no opening brace" }
        literals.append(String(literal))
    }

    /// The template without names, which equivalent paths share.
    var shape: String { literals.joined(separator: "{}") }

    var repeatedNames: [String] {
        var seen: Set<String> = []
        return names.filter { !seen.insert($0).inserted }
    }
}
