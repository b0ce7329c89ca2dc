import ConcordPatterns
import ConcordYAML

/// Determines whether a schema accepts a value, according to JSON Schema 2020-12 or the dialect of OpenAPI 3.0.
///
/// References are resolved. The number of steps and the depth are bounded, so no schema or value takes a long time or
/// much of the stack, even if it is recursive. If a bound is reached, a reference has no target, or a pattern can't be
/// matched in bounded time, the verdict is undecided, and so is everything that depends on it. Formats are annotations,
/// unless a value is otherwise valid. In this case, it is evaluated again with formats as assertions.
struct SchemaEvaluator {
    /// The reason why a value is not valid.
    struct Failure: Hashable {
        /// A sentence about the invalid part of the value, without a period.
        var message: String
        var help: String?
        /// The position of the invalid part.
        var position: Position
        /// The position of the keyword in the schema.
        var rule: Position
        /// Whether the part has a different type.
        var isOfAnotherType = false
        /// Whether the part is a string that doesn't match its format, which JSON Schema leaves to tools.
        var isOfAnotherFormat = false
    }

    /// The reason why the result is undecided.
    struct Doubt: Hashable {
        /// The reason, as a clause.
        var reason: String
        /// The position of the part of the schema that can't be evaluated.
        var rule: Position
    }

    /// The result of evaluating a schema: the failures, and the evaluated parts of the value.
    struct Verdict {
        var failures: [Failure] = []
        /// The reason why the verdict is undecided.
        var doubt: Doubt?
        var properties: Set<String> = []
        /// The number of evaluated items from the start. The maximum integer represents all items.
        var items = 0
        /// Other evaluated items, by index.
        var furtherItems: Set<Int> = []

        /// Whether the value is definitely valid.
        var fits: Bool { failures.isEmpty && doubt == nil }

        /// Whether the value is definitely not valid.
        var fails: Bool { !failures.isEmpty }

        /// Adds the verdict of another schema on the same value.
        mutating func formUnion(_ other: Verdict) {
            require(other)
            properties.formUnion(other.properties)
            items = max(items, other.items)
            furtherItems.formUnion(other.furtherItems)
        }

        /// Adds the verdict on a part of the value.
        mutating func require(_ part: Verdict) {
            failures += part.failures
            doubt = doubt ?? part.doubt
        }
    }

    /// The maximum number of steps for all values of a document.
    static let maximumSteps = 2_000_000
    static let deepest = 64
    /// The maximum number of steps for one value. It is lower after several values of a document have exceeded it.
    private var maximumStepsOfValue: Int { unfinished < 10 ? 20_000 : 500 }

    /// The direction of a value.
    enum Direction {
        case request, response

        /// The keyword of properties that values in this direction don't have.
        fileprivate var foreignKeyword: String {
            switch self {
            case .request: "readOnly"
            case .response: "writeOnly"
            }
        }
    }

    /// The direction of the values, or `nil` for examples of either direction.
    let direction: Direction?
    /// Whether a string that doesn't match its format is rejected.
    var checksFormats = true

    let resolver: ReferenceResolver
    let version: OpenAPIVersion
    /// The reason why no schema of the document can be evaluated.
    private var doubtAboutDocument: Doubt?
    /// The number of values that exceeded the maximum number of steps.
    private(set) var unfinished = 0
    private var steps = 0
    private var stepsOfValue = 0
    /// The keys from the root of the value to the current part.
    var path: [PathStep] = []
    /// The schema resources that the evaluation has passed through: the dynamic scope in JSON Schema.
    var dynamicScope: [String] = []
    /// Whether a string that doesn't match its format is rejected.
    var assertsFormats = false
    /// Whether a string with a format has been evaluated.
    var hasMetFormat = false
    private var patterns: [String: Pattern] = [:]
    private var problems: [String: [PatternProblem]] = [:]
    /// The properties of schemas with many properties, by the position of the schema.
    private var propertyTables: [Position: [String: Node]] = [:]

    /// Creates an evaluator for the schemas of a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - resolver: The document's resolver.
    ///   - direction: The direction of the values, or `nil` for examples of either direction.
    init(_ document: Document, _ resolver: ReferenceResolver, direction: Direction? = nil) {
        self.resolver = resolver
        self.direction = direction
        version = document.version
        if version >= .v3_1, let dialect = document.node["jsonSchemaDialect"], let text = dialect.string,
            !Self.knows(text)
        {
            doubtAboutDocument = Self.doubt(aboutDialect: text, at: dialect.position)
        }
    }

    /// Returns the failures of a value, or the reason why the result is undecided. Returns neither if the evaluation
    /// would take too long.
    mutating func judgement(of value: Node, in schema: Node) -> (failures: [Failure], doubt: Doubt?) {
        if let doubtAboutDocument { return ([], doubtAboutDocument) }
        stepsOfValue = 0
        let verdict = verdict(on: value, schema)
        guard stepsOfValue <= maximumStepsOfValue, steps <= Self.maximumSteps else {
            unfinished += 1
            return ([], nil)
        }
        return (verdict.failures, verdict.fails ? nil : verdict.doubt)
    }

    /// Returns the verdict with formats as annotations or, if the value is valid, with formats as assertions.
    private mutating func verdict(on value: Node, _ schema: Node) -> Verdict {
        (path, dynamicScope, hasMetFormat, assertsFormats) = ([], [], false, false)
        let verdict = evaluate(value, schema, depth: 0)
        guard verdict.fits, hasMetFormat, checksFormats else { return verdict }
        assertsFormats = true
        var strict = evaluate(value, schema, depth: 0)
        for index in strict.failures.indices { strict.failures[index].isOfAnotherFormat = true }
        return strict
    }

    /// Returns the problems of a pattern. The result is cached.
    mutating func problems(ofPattern text: String) -> [PatternProblem] {
        if let known = problems[text] { return known }
        let found = Pattern.problems(in: text)
        problems[text] = found
        return found
    }

    /// Returns whether a string matches a pattern, or `nil` if the match could take too long.
    mutating func matches(_ text: String, _ pattern: String) -> Bool? {
        let known = patterns[pattern] ?? Pattern(pattern)
        patterns[pattern] = known
        spend(known.isMatchedInLinearTime ? text.utf8.count / 16 + 1 : 1000)
        return known.matchesInBoundedTime(text)
    }

    mutating func spend(_ count: Int) {
        steps += count
        stepsOfValue += count
    }

    private var isExhausted: Bool { stepsOfValue > maximumStepsOfValue || steps > Self.maximumSteps }

    // MARK: One schema

    mutating func evaluate(_ value: Node, _ schema: Node, depth: Int) -> Verdict {
        spend(1)
        guard depth < Self.deepest, !isExhausted else {
            return Verdict(doubt: Doubt(reason: "its schemas are nested too deeply", rule: schema.position))
        }
        switch schema.value {
        case .bool(false):
            return Verdict(failures: [failure("\(path.subject) is not allowed", value, schema, help: "remove it")])
        case .mapping(let mapping):
            if version == .v3_0, value.isNull, mapping["nullable"]?.bool == true { return Verdict() }
            return inResource(of: schema) { $0.evaluate(value, Schema(schema), mapping, depth) }
        default: return Verdict()
        }
    }

    private mutating func evaluate(_ value: Node, _ schema: Schema, _ mapping: Mapping, _ depth: Int) -> Verdict {
        if version >= .v3_1, let doubt = doubt(about: mapping) { return Verdict(doubt: doubt) }
        var verdict = Verdict()
        if let reference = mapping["$ref"], let text = reference.string {
            let target = try? resolver.target(of: text, in: schema.node).get()
            verdict = evaluate(value, target, of: text, reference, depth)
            if version == .v3_0 { return verdict }
        }
        if version >= .v3_1, let reference = mapping["$dynamicRef"], let text = reference.string {
            verdict.formUnion(evaluate(value, dynamicTarget(of: text, in: schema.node), of: text, reference, depth))
        }
        var looksAtProperties = false
        for entry in mapping.entries {
            guard let keyword = Keyword.keyword(entry.key, version) else { continue }
            switch keyword {
            case .assertion: check(entry, value, mapping, &verdict)
            case .properties: looksAtProperties = true
            case .applicator: apply(entry, value, mapping, depth, &verdict)
            case .unevaluated: break
            }
        }
        if looksAtProperties { checkProperties(of: value, schema, mapping, depth, &verdict) }
        if version >= .v3_1 { checkUnevaluated(value, mapping, depth, &verdict) }
        return verdict
    }

    /// Evaluates a value against the target of a reference.
    private mutating func evaluate(
        _ value: Node, _ target: Node?, of text: String, _ reference: Node, _ depth: Int
    ) -> Verdict {
        guard let target else {
            return Verdict(doubt: Doubt(reason: "'\(text.prefix(80))' was not read", rule: reference.position))
        }
        return evaluate(value, target, depth: depth + 1)
    }

    /// Returns the reason why a schema has an unknown dialect, or `nil` if the dialect is known.
    private func doubt(about mapping: Mapping) -> Doubt? {
        guard let dialect = mapping["$schema"], let text = dialect.string, !Self.knows(text) else { return nil }
        return Self.doubt(aboutDialect: text, at: dialect.position)
    }

    private static func doubt(aboutDialect text: String, at position: Position) -> Doubt {
        Doubt(reason: "unknown dialect '\(text.prefix(80))'", rule: position)
    }

    /// Returns whether a dialect is JSON Schema 2020-12 or that of OpenAPI.
    private static func knows(_ dialect: String) -> Bool {
        ["https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3."].contains {
            dialect.hasPrefix($0)
        }
    }

    /// The category of a keyword in JSON Schema.
    private enum Keyword {
        case assertion, properties, applicator, unevaluated

        static func keyword(_ key: String, _ version: OpenAPIVersion) -> Keyword? {
            guard let (keyword, versions) = all[key], versions.contains(version) else { return nil }
            return keyword
        }

        private static let all: [String: (Keyword, OpenAPIVersions)] = {
            var all: [String: (Keyword, OpenAPIVersions)] = [:]
            for key in [
                "type", "enum", "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength",
                "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
                "required", "format",
            ] { all[key] = (.assertion, .all) }
            for key in ["const", "dependentRequired"] { all[key] = (.assertion, .since3_1) }
            for key in ["properties", "additionalProperties"] { all[key] = (.properties, .all) }
            all["patternProperties"] = (.properties, .since3_1)
            for key in ["allOf", "anyOf", "oneOf", "not", "items"] { all[key] = (.applicator, .all) }
            for key in ["prefixItems", "contains", "propertyNames", "dependentSchemas", "dependencies", "if"] {
                all[key] = (.applicator, .since3_1)
            }
            return all
        }()
    }

    /// Returns whether a required property can be absent, because only values in the other direction contain it.
    func mayBeAbsent(_ property: Node?) -> Bool {
        let keywords = direction.map { [$0.foreignKeyword] } ?? ["readOnly", "writeOnly"]
        return keywords.contains { property?[$0]?.bool == true }
    }

    // MARK: Failures

    func failure(
        _ message: String, _ value: Node, _ rule: Node, help: String? = nil, isOfAnotherType: Bool = false
    ) -> Failure {
        Failure(
            message: message, help: help, position: value.position, rule: rule.position,
            isOfAnotherType: isOfAnotherType)
    }

    /// Evaluates a part of the value.
    mutating func evaluate(_ part: Node, at step: PathStep, _ schema: Node, depth: Int) -> Verdict {
        path.append(step)
        defer { path.removeLast() }
        return evaluate(part, schema, depth: depth + 1)
    }

    /// The schemas of properties by name.
    mutating func properties(of schema: Schema) -> [String: Node]? {
        guard let mapping = schema.node["properties"]?.mapping, mapping.count >= 16, schema.node.position != .none
        else {
            return nil
        }
        if let known = propertyTables[schema.node.position] { return known }
        let table = Dictionary(mapping.entries.map { ($0.key, $0.value) }) { first, _ in first }
        propertyTables[schema.node.position] = table
        return table
    }
}

extension Node {
    /// Returns whether the node is a value of a JSON Schema type. 1.0 is also an integer.
    func isValue(of type: Schema.ValueType) -> Bool {
        switch (type, value) {
        case (.null, .null), (.boolean, .bool), (.number, .number), (.string, .string), (.array, .sequence),
            (.object, .mapping):
            true
        case (.integer, .number): isWholeNumber
        default: false
        }
    }
}

extension Schema.ValueType {
    /// The type, as diagnostics name it.
    var wording: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
