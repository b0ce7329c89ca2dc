import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let serverRules = [malformedServerURL, undeclaredServerVariable, unusedServerVariable, defaultNotInEnum]

    static let malformedServerURL = DocumentRule(
        "malformed-server-url", .error, "The URL of a server is not valid.",
        reason: "Tools append paths to it, so it can't have a query or a fragment.",
        source: "Server Object, url: \"Query and fragment MUST NOT be part of this URL\" (3.2), variables in braces",
        wrong: """
            servers:
              - {url: 'https://{stage.example.com'}
            """,
        right: """
            servers:
              - {url: 'https://stage.example.com'}
            """)

    static let undeclaredServerVariable = DocumentRule(
        "undeclared-server-variable", .error, "The URL of a server has an undeclared variable.",
        reason: "Without a default, clients don't know the URL.",
        source: "Server Object, url: \"Variable substitutions will be made when a variable is named in {braces}\"",
        wrong: """
            servers:
              - {url: 'https://{stage}.example.com'}
            """,
        right: """
            servers:
              - {url: 'https://{stage}.example.com', variables: {stage: {default: live}}}
            """)

    static let unusedServerVariable = DocumentRule(
        "unused-server-variable", .note, "A variable of a server is not in its URL.",
        reason: "Its value is never used. Usually, one of the names is misspelled.",
        source: "Server Object, variables: \"The value is used for substitution in the server's URL template\"",
        wrong: """
            servers:
              - {url: 'https://example.com', variables: {stage: {default: live}}}
            """,
        right: """
            servers:
              - {url: 'https://{stage}.example.com', variables: {stage: {default: live}}}
            """)

    static let defaultNotInEnum = DocumentRule(
        "default-not-in-enum", .error, "The default of a server variable is not in its 'enum'.",
        reason:
            "A client that uses the default would use a value that is not allowed. In OpenAPI 3.0, this is a warning.",
        source: "Server Variable Object, default: \"the value MUST exist in the enum's values\"",
        wrong: """
            servers:
              - {url: 'https://{stage}.example.com', variables: {stage: {enum: [live, test], default: beta}}}
            """,
        right: """
            servers:
              - {url: 'https://{stage}.example.com', variables: {stage: {enum: [live, test], default: live}}}
            """)
}

extension DocumentValidation {
    mutating func check(_ server: Server) {
        let node = server.node
        let variables = server.variables
        for variable in variables { check(ServerVariable(variable.value.node), called: variable.name) }
        guard let url = node["url"], let text = url.string else { return }
        let template = PathTemplate(text)
        checkURL(url, template)
        guard template.problem == nil else { return }
        let names = Set(variables.names)
        for name in template.names where !names.contains(name) {
            report(
                .undeclaredServerVariable, "the variable '{\(name)}' is not declared under 'variables'",
                at: url.position,
                help: variables.names.suggestion(for: name) ?? "add it, as in variables: {\(name): {default: …}}")
        }
        for variable in variables where !template.names.contains(variable.name) {
            report(
                .unusedServerVariable, "the URL has no '{\(variable.name)}'", at: variable.position,
                help: template.names.suggestion(for: variable.name) ?? "remove it, or add it to the URL")
        }
    }

    private mutating func checkURL(_ url: Node, _ template: PathTemplate) {
        let text = template.text
        if let problem = template.problem {
            report(.malformedServerURL, "in '\(text.prefix(80))' \(problem)", at: url.position)
        } else if version >= .v3_2, template.literals.contains(where: { $0.contains("?") || $0.contains("#") }) {
            report(
                .malformedServerURL, "the URL of a server can't have a query or a fragment", at: url.position,
                help: "remove the part after '?' or '#'")
        } else if !template.literals.allSatisfy({ $0.isEmpty || $0.isURLText }) {
            report(
                .malformedServerURL, "'\(text.prefix(80))' is not a URL", at: url.position,
                help: "percent-encode the characters that a URL can't contain")
        }
        for name in template.repeatedNames where version >= .v3_2 {
            report(
                .malformedServerURL, "'{\(name)}' appears twice in this URL", at: url.position,
                help: "rename the second one")
        }
    }

    private mutating func check(_ variable: ServerVariable, called name: String) {
        guard let choice = variable.node["enum"], let values = choice.sequence else { return }
        if values.isEmpty {
            report(
                .emptyList, "'enum' of the variable '\(name)' has no values", at: choice.position,
                help: "remove it, or list the values", severity: version == .v3_0 ? .warning : nil)
        } else if let value = variable.node["default"], let text = value.string, !values.contains(value) {
            report(
                .defaultNotInEnum, "the default '\(text)' is not in 'enum'", at: value.position,
                help: values.compactMap(\.string).suggestion(for: text) ?? "add it to 'enum'",
                severity: version == .v3_0 ? .warning : nil)
        }
    }
}
