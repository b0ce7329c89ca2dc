import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let linkRules = [unknownOperation, linkTarget, runtimeExpression]

    static let unknownOperation = DocumentRule(
        "unknown-operation", .error, "A link refers to an operation that does not exist.",
        reason: "Operation IDs are compared byte by byte.",
        source: "Link Object, operationId: \"The name of an existing, resolvable OAS operation\"",
        wrong: """
            paths:
              /pets:
                get:
                  operationId: listPets
                  responses: {'200': {description: The pets., links: {next: {operationId: listPet}}}}
            """,
        right: """
            paths:
              /pets:
                get:
                  operationId: listPets
                  responses: {'200': {description: The pets., links: {next: {operationId: listPets}}}}
            """)

    static let linkTarget = DocumentRule(
        "link-target", .error, "A link identifies no operation, or identifies it twice.",
        reason:
            "'operationId' is for operations of this document. 'operationRef' is for operations of other documents.",
        source: "Link Object: \"A linked operation MUST be identified using either an operationRef or operationId\"",
        wrong: """
            paths:
              /pets:
                get:
                  operationId: listPets
                  responses: {'200': {description: The pets., links: {next: {description: More pets.}}}}
            """,
        right: """
            paths:
              /pets:
                get:
                  operationId: listPets
                  responses: {'200': {description: The pets., links: {next: {operationId: listPets}}}}
            """)

    static let runtimeExpression = DocumentRule(
        "runtime-expression", .error, "A runtime expression is not valid.",
        reason: """
            The expressions are $url, $method, $statusCode, and $request or $response followed by .header.name, \
            .query.name, .path.name, or .body with a JSON Pointer after '#'.
            """,
        source: "Runtime Expressions, ABNF",
        wrong: """
            paths:
              /hooks:
                post:
                  responses: {'201': {description: Registered.}}
                  callbacks:
                    arrived:
                      '{$request.body.url}': {post: {responses: {'204': {description: Noted.}}}}
            """,
        right: """
            paths:
              /hooks:
                post:
                  responses: {'201': {description: Registered.}}
                  callbacks:
                    arrived:
                      '{$request.body#/url}': {post: {responses: {'204': {description: Noted.}}}}
            """)
}

extension DocumentValidation {
    mutating func check(_ link: Link) {
        let node = link.node
        switch (node["operationId"], node["operationRef"]) {
        case (nil, nil):
            report(
                .linkTarget, "a link must have 'operationId' or 'operationRef'", at: node.position,
                help: "add the 'operationId' of the linked operation")
        case (_?, let reference?):
            report(
                .linkTarget, "a link can't have both 'operationId' and 'operationRef'", at: reference.position,
                help: "remove one of them")
        case (let name?, nil): operations.links.append(name)
        case (nil, let reference?): checkOperationReference(reference, of: node)
        }
        for parameter in node["parameters"]?.mapping ?? Mapping() { checkExpression(parameter.value) }
        if let body = node["requestBody"] { checkExpression(body) }
    }

    private mutating func checkOperationReference(_ reference: Node, of link: Node) {
        guard let text = reference.string, text.hasPrefix("#/"), case .failure = resolver.target(of: text, in: link)
        else { return }
        report(
            .unresolvedReference, "no operation at '\(text)'", at: reference.position,
            help: "a path in a pointer has '~1' for each '/', as in #/paths/~1pets/get")
    }

    private mutating func checkExpression(_ value: Node) {
        guard let text = value.string else { return }
        checkExpressions(in: text, at: value.position)
    }

    mutating func check(_ callback: Callback) {
        for item in callback.items { checkExpressions(in: item.name, at: item.position) }
    }

    /// Checks a string that is an expression, or contains some in braces.
    private mutating func checkExpressions(in text: String, at position: Position) {
        var expressions = text.hasPrefix("$") ? [text[...]] : []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(of: "}") else { break }
            if rest.first == "$" { expressions.append(rest[..<close]) }
            rest = rest[close...]
        }
        for expression in expressions where !String(expression).isRuntimeExpression {
            report(
                .runtimeExpression, "'\(expression.prefix(80))' is not a part of a request or response", at: position,
                help: expression.contains(".body.")
                    ? "write the part of the body after '#', as in $request.body#/url"
                    : "write an expression such as $request.query.url, $request.body#/url or $response.header.Location")
        }
    }

    /// Reports links to operations that don't exist.
    mutating func checkLinkedOperations() {
        for link in operations.links {
            guard let name = link.string, !operations.contains(name) else { continue }
            report(
                .unknownOperation, "no operation is named '\(name)'", at: link.position,
                help: operations.names.suggestion(for: name))
        }
    }
}

extension String {
    /// Whether the string is a runtime expression for a part of a request or response.
    fileprivate var isRuntimeExpression: Bool {
        if ["$url", "$method", "$statusCode"].contains(self) { return true }
        guard let source = ["$request.", "$response."].first(where: hasPrefix).map({ dropFirst($0.count) }) else {
            return false
        }
        if source == "body" || source.hasPrefix("body#/") || source == "body#" { return true }
        if source.hasPrefix("header.") {
            let token = source.dropFirst("header.".count)
            return !token.isEmpty && token.utf8.allSatisfy(String.isTokenByte)
        }
        return ["query.", "path."].contains { source.hasPrefix($0) && source.count > $0.count }
    }
}
