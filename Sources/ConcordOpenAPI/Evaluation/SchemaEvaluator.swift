import ConcordPatterns
import ConcordYAML

/// Tells whether a value is one that a schema takes, by JSON Schema 2020-12 or by what 3.0 makes of it.
///
/// References are followed. Work and depth are bounded, so that no schema and no value, however they refer to
/// themselves, takes long or much of the stack. Where the bound is met, at references that lead nowhere and at patterns
/// that can't be matched in bounded time the verdict is in doubt, and so is what depends on it. Formats are
/// annotations, unless a value fits otherwise: then it is evaluated once more, with formats as assertions.
struct SchemaEvaluator {
    /// Why a value doesn't fit.
    struct Failure: Hashable {
        /// One sentence without a full stop, about the part of the value that is at fault.
        var message: String
        var help: String?
        /// Where that part of the value stands.
        var position: Position
        /// Where the schema says so.
        var rule: Position
        /// Whether it is of another type altogether.
        var isOfAnotherType = false
        /// Whether it is a string that is not of its format, which JSON Schema leaves to tools.
        var isOfAnotherFormat = false
    }

    /// Why it can't be told whether a value fits.
    struct Doubt: Hashable {
        /// What can't be told, as a clause.
        var reason: String
        /// Where the schema says what can't be followed.
        var rule: Position
    }

    /// What a schema says of a value: why it doesn't fit, and which parts of it the schema looked at.
    struct Verdict {
        var failures: [Failure] = []
        /// What the verdict depends on and can't be told.
        var doubt: Doubt?
        var properties: Set<String> = []
        /// How many items from the start; all of them where it is the greatest number.
        var items = 0
        /// Further items, by index.
        var furtherItems: Set<Int> = []

        /// Whether the value fits without doubt.
        var fits: Bool { failures.isEmpty && doubt == nil }

        /// Whether the value doesn't fit, whatever is in doubt.
        var fails: Bool { !failures.isEmpty }

        /// Adds what another schema says of the same value.
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

    /// So many steps may all values of a document take.
    static let maximumSteps = 2_000_000
    static let deepest = 64
    /// So many steps may one value take; few, once a document has shown that its schemas are of the kind that takes
    /// many.
    private var maximumStepsOfValue: Int { unfinished < 10 ? 20_000 : 500 }

    /// The direction of a value.
    enum Direction {
        case request, response

        /// The keyword of properties that values of this direction don't have.
        fileprivate var foreignKeyword: String {
            switch self {
            case .request: "readOnly"
            case .response: "writeOnly"
            }
        }
    }

    /// The direction of the values, or `nil` for examples of either direction.
    let direction: Direction?
    /// Whether a string that is not of its format is rejected.
    var checksFormats = true

    let resolver: ReferenceResolver
    let version: OpenAPIVersion
    /// Why nothing can be told of any schema.
    private var doubtAboutDocument: Doubt?
    /// The values that took more steps than they may.
    private(set) var unfinished = 0
    private var steps = 0
    private var stepsOfValue = 0
    /// The keys from the value's root to the part that is looked at.
    var path: [PathStep] = []
    /// The schema resources that the evaluation went through to the present schema: JSON Schema's dynamic scope.
    var dynamicScope: [String] = []
    /// Whether a string that is not of its format is refused.
    var assertsFormats = false
    /// Whether a string was met for which a schema names a format.
    var hasMetFormat = false
    private var patterns: [String: Pattern] = [:]
    private var problems: [String: [PatternProblem]] = [:]
    /// The properties of schemas that have many, by the schema's place.
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

    /// Why a value doesn't fit a schema, or why that can't be told; neither where it would take long to find out.
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

    /// The verdict with formats as annotations, or, if the value fits, with formats as assertions.
    private mutating func verdict(on value: Node, _ schema: Node) -> Verdict {
        (path, dynamicScope, hasMetFormat, assertsFormats) = ([], [], false, false)
        let verdict = evaluate(value, schema, depth: 0)
        guard verdict.fits, hasMetFormat, checksFormats else { return verdict }
        assertsFormats = true
        var strict = evaluate(value, schema, depth: 0)
        for index in strict.failures.indices { strict.failures[index].isOfAnotherFormat = true }
        return strict
    }

    /// What is wrong with a pattern, found once for each.
    mutating func problems(ofPattern text: String) -> [PatternProblem] {
        if let known = problems[text] { return known }
        let found = Pattern.problems(in: text)
        problems[text] = found
        return found
    }

    /// Whether a text has a match of a pattern; nil where that could take long to tell.
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

    /// What makes a schema one of a dialect that is not known.
    private func doubt(about mapping: Mapping) -> Doubt? {
        guard let dialect = mapping["$schema"], let text = dialect.string, !Self.knows(text) else { return nil }
        return Self.doubt(aboutDialect: text, at: dialect.position)
    }

    private static func doubt(aboutDialect text: String, at position: Position) -> Doubt {
        Doubt(reason: "unknown dialect '\(text.prefix(80))'", rule: position)
    }

    /// Whether schemas of a dialect are those of JSON Schema 2020-12 or OpenAPI.
    private static func knows(_ dialect: String) -> Bool {
        ["https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3."].contains {
            dialect.hasPrefix($0)
        }
    }

    /// What kind of keyword JSON Schema counts one among.
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

    /// Whether a required property may be absent, since only values of the other direction have it.
    func mayBeAbsent(_ property: Node?) -> Bool {
        let keywords = direction.map { [$0.foreignKeyword] } ?? ["readOnly", "writeOnly"]
        return keywords.contains { property?[$0]?.bool == true }
    }

    // MARK: What the parts are written with

    func failure(
        _ message: String, _ value: Node, _ rule: Node, help: String? = nil, isOfAnotherType: Bool = false
    ) -> Failure {
        Failure(
            message: message, help: help, position: value.position, rule: rule.position,
            isOfAnotherType: isOfAnotherType)
    }

    /// A part of the value with its key.
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
    /// Whether the node is a value of a type of JSON Schema: 1.0 is an integer, too.
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
    /// The type in the words of diagnostics.
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
