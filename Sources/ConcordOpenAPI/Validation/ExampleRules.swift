import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let exampleRules = [
        exampleRejected, exampleOfAnotherFormat, defaultRejected, exampleWithTwoValues, undecidedExample,
        unevaluatedExamples,
    ]

    static let exampleRejected = DocumentRule(
        "example-rejected", .warning, "An example does not match its schema.",
        reason: """
            Readers rely on examples, but a server would reject this one. Read-only and write-only properties can be \
            absent, because an example can show a request or a response.
            """,
        source: "Media Type Object, example: it \"SHOULD match the specified schema\"",
        wrong: """
            components:
              schemas:
                Pet:
                  type: object
                  properties: {age: {type: integer}}
                  example: {age: four}
            """,
        right: """
            components:
              schemas:
                Pet:
                  type: object
                  properties: {age: {type: integer}}
                  example: {age: 4}
            """)

    static let exampleOfAnotherFormat = DocumentRule(
        "example-of-another-format", .warning, "An example or a default does not match the format of its schema.",
        reason: """
            JSON Schema treats 'format' as an annotation, but most servers reject an invalid date. Concord's servers do.
            """,
        source: "JSON Schema Validation, section 7.2.1: \"format\" may be \"evaluated as an assertion\"",
        wrong: """
            components:
              schemas:
                Visit: {type: string, format: date, example: 1.3.2026}
            """,
        right: """
            components:
              schemas:
                Visit: {type: string, format: date, example: '2026-03-01'}
            """)

    static let defaultRejected = DocumentRule(
        "default-rejected", .warning, "A default does not match its schema.",
        reason: """
            The default replaces an absent value, but a client could not send it. In OpenAPI 3.0, a default of another type is an error.
            """,
        source: "JSON Schema, default: \"RECOMMENDED … valid\"; 3.0: \"MUST conform to the defined type\"",
        wrong: """
            components:
              schemas:
                Limit: {type: integer, maximum: 100, default: 200}
            """,
        right: """
            components:
              schemas:
                Limit: {type: integer, maximum: 100, default: 20}
            """)

    static let exampleWithTwoValues = DocumentRule(
        "example-with-two-values", .error, "An example states its value twice.",
        reason:
            "'externalValue' is for values that YAML can't represent. OpenAPI 3.2 adds 'dataValue' and 'serializedValue'.",
        source: "Example Object: \"The value field and externalValue field are mutually exclusive\"",
        wrong: """
            components:
              examples:
                rex: {value: {name: Rex}, externalValue: rex.json}
            """,
        right: """
            components:
              examples:
                rex: {value: {name: Rex}}
            """)

    static let undecidedExample = DocumentRule(
        "undecided-example", .note, "Concord can't tell whether an example matches its schema.",
        reason: """
            The schema depends on something that Concord does not support: a reference to a URL, another dialect of \
            JSON Schema, a pattern with flags, or a pattern with a back-reference that takes too many steps.
            """,
        source: "A limit of Concord",
        wrong: """
            components:
              schemas:
                Password: {$schema: 'https://json-schema.org/draft-07/schema#', type: string, example: secret1}
            """,
        right: """
            components:
              schemas:
                Password: {type: string, example: secret1}
            """)

    static let unevaluatedExamples = DocumentRule(
        "unevaluated-examples", .note, "Some examples would take too long to check.",
        reason: "Concord skips values that are large or that match a schema in very many ways.",
        source: "A limit of Concord", wrong: nil, right: nil)
}

extension DocumentValidation {
    /// Checks the default and the examples of a schema.
    mutating func checkValues(of schema: Schema) {
        if let value = schema.default {
            let (failures, doubt) = evaluator.judgement(of: value, in: schema.node)
            if let doubt, !isCircular(schema.node) { report(doubt, "the default", at: value) }
            for failure in failures.prefix(3) {
                let isForbidden = version == .v3_0 && failure.isOfAnotherType && failure.position == value.position
                report(failure, .defaultRejected, "the default does not match", severity: isForbidden ? .error : nil)
            }
        }
        if let value = schema.node["example"] { checkExample(value, against: schema.node) }
        guard version >= .v3_1 else { return }
        for value in schema.node["examples"]?.sequence ?? [] { checkExample(value, against: schema.node) }
    }

    /// Checks the examples of a parameter, header, or content with a schema.
    mutating func checkExamples(ofValueWith node: Node, mediaType: String?) {
        guard let schema = node["schema"] else { return }
        if let value = node["example"] { checkExample(value, against: schema, mediaType) }
        for entry in node["examples"]?.mapping ?? Mapping() {
            guard let example = resolver.resolve(Example(entry.value)),
                let value = example.node["dataValue"] ?? example.node["value"]
            else { continue }
            checkExample(value, against: schema, mediaType)
        }
    }

    private mutating func checkExample(_ value: Node, against schema: Node, _ mediaType: String? = nil) {
        // Values other than JSON can be stated as serialized strings.
        if value.string != nil, let mediaType, !mediaType.lowercased().contains("json") { return }
        let (failures, doubt) = evaluator.judgement(of: value, in: schema)
        if let doubt, !isCircular(schema) { report(doubt, "the example", at: value) }
        for failure in failures.prefix(3) { report(failure, .exampleRejected, "the example does not match") }
    }

    /// Returns whether a schema refers to itself through references alone, which is reported at the references.
    private func isCircular(_ schema: Node) -> Bool {
        var seen: Set<Position> = []
        var next = schema
        while let text = next["$ref"]?.string, case .success(let target) = resolver.target(of: text, in: next) {
            guard seen.insert(target.position).inserted else { return true }
            next = target
        }
        return false
    }

    private mutating func report(_ doubt: SchemaEvaluator.Doubt, _ subject: String, at value: Node) {
        report(
            .undecidedExample, "can't tell whether \(subject) matches: \(doubt.reason)", at: value.position,
            related: doubt.rule == .none ? nil : ("the schema is here", doubt.rule))
    }

    private mutating func report(
        _ failure: SchemaEvaluator.Failure, _ rule: DocumentRule, _ opening: String,
        severity: Diagnostic.Severity? = nil
    ) {
        report(
            failure.isOfAnotherFormat ? .exampleOfAnotherFormat : rule, "\(opening): \(failure.message)",
            at: failure.position, help: failure.help,
            related: failure.rule == .none ? nil : ("the schema is here", failure.rule), severity: severity)
    }

    mutating func check(_ example: Example) {
        let keys = ["value", "externalValue"] + (version >= .v3_2 ? ["dataValue", "serializedValue"] : [])
        let given = keys.compactMap { example.node.mapping?.entry($0) }
        let isPair =
            given.count == 2 && !given.contains { $0.key == "value" } && given.contains { $0.key == "dataValue" }
        guard given.count > 1, !isPair, let second = given.last, let first = given.first else { return }
        report(
            .exampleWithTwoValues, "an example has either '\(first.key)' or '\(second.key)'", at: second.keyPosition,
            help: "remove one of them")
    }

    mutating func reportUnevaluatedExamples() {
        let count = evaluator.unfinished
        guard count > 0 else { return }
        let values = count == 1 ? "1 example or default was" : "\(count) examples or defaults were"
        report(.unevaluatedExamples, "\(values) not checked because it would take too long", at: .none)
    }
}
