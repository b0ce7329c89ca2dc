import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let schemaRules = [
        unknownType, arrayWithoutItems, impossibleRange, nonPositiveMultiple, nullableWithoutType, endlessValue,
        readAndWriteOnly,
        keywordOfAnotherType, enumOfAnotherType, undeclaredRequiredProperty, invalidPattern, patternOfAnotherDialect,
    ]

    static let unknownType = DocumentRule(
        "unknown-type", .error, "A schema has a type that JSON Schema does not define.",
        reason: """
            Use 'format' to refine a type: a date is a string with the format 'date', and a file is a string with the format 'binary'.
            """,
        source: "JSON Schema, type: \"null, boolean, object, array, number, or string … or integer\"",
        wrong: """
            components:
              schemas:
                Photo: {type: file}
            """,
        right: """
            components:
              schemas:
                Photo: {type: string, format: binary}
            """)

    static let arrayWithoutItems = DocumentRule(
        "array-without-items", .error, "An array schema of OpenAPI 3.0 has no 'items'.",
        reason: "Write 'items: {}' for an array of any values.",
        source: "Schema Object of 3.0: \"items MUST be present if the type is array\"",
        wrong: """
            openapi: 3.0.4
            components:
              schemas:
                Pets: {type: array}
            """,
        right: """
            openapi: 3.0.4
            components:
              schemas:
                Pets: {type: array, items: {type: string}}
            """)

    static let impossibleRange = DocumentRule(
        "impossible-range", .warning, "The lower bound of a schema is greater than its upper bound.",
        reason: "No value matches such a schema.",
        source: "JSON Schema, minimum, maximum and the like",
        wrong: """
            components:
              schemas:
                Age: {type: integer, minimum: 100, maximum: 0}
            """,
        right: """
            components:
              schemas:
                Age: {type: integer, minimum: 0, maximum: 100}
            """)

    static let nonPositiveMultiple = DocumentRule(
        "non-positive-multiple", .error, "'multipleOf' is not greater than zero.",
        reason: "Division by zero is not defined, and the sign makes no difference.",
        source: "JSON Schema, multipleOf: \"MUST be a number, strictly greater than 0\"",
        wrong: """
            components:
              schemas:
                Price: {type: number, multipleOf: 0}
            """,
        right: """
            components:
              schemas:
                Price: {type: number, multipleOf: 0.01}
            """)

    static let nullableWithoutType = DocumentRule(
        "nullable-without-type", .warning, "'nullable' has no effect without a 'type'.",
        reason: "'nullable' adds null to the 'type' in the same schema. It does not affect 'allOf'.",
        source:
            "Schema Object of 3.0.4, nullable: \"only … if type is explicitly defined within the same Schema Object\"",
        wrong: """
            openapi: 3.0.4
            components:
              schemas:
                Owner: {nullable: true, allOf: [{$ref: '#/components/schemas/Person'}]}
                Person: {type: object}
            """,
        right: """
            openapi: 3.0.4
            components:
              schemas:
                Owner: {nullable: true, type: object, allOf: [{$ref: '#/components/schemas/Person'}]}
                Person: {type: object}
            """)

    static let readAndWriteOnly = DocumentRule(
        "read-and-write-only", .error, "A property of OpenAPI 3.0 is both read-only and write-only.",
        reason: "Neither requests nor responses could contain it.",
        source: "Schema Object of 3.0: \"A property MUST NOT be marked as both readOnly and writeOnly being true\"",
        wrong: """
            openapi: 3.0.4
            components:
              schemas:
                Pet: {properties: {id: {type: string, readOnly: true, writeOnly: true}}}
            """,
        right: """
            openapi: 3.0.4
            components:
              schemas:
                Pet: {properties: {id: {type: string, readOnly: true}}}
            """)

    static let keywordOfAnotherType = DocumentRule(
        "keyword-of-another-type", .note, "A keyword has no effect on the type of its schema.",
        reason: "'minLength' applies to strings and 'minimum' to numbers. JSON Schema ignores them for other types.",
        source:
            "JSON Schema Validation 6: keywords for numbers, for strings, for arrays and for objects",
        wrong: """
            components:
              schemas:
                Age: {type: integer, maxLength: 3}
            """,
        right: """
            components:
              schemas:
                Age: {type: integer, maximum: 999}
            """)

    static let enumOfAnotherType = DocumentRule(
        "enum-of-another-type", .warning, "An enum value does not have the type of the schema.",
        reason: "The value can never match. In YAML, 1 and true are strings only in quotes.",
        source: "JSON Schema, type and enum: a value must match both",
        wrong: """
            components:
              schemas:
                Size: {type: string, enum: [small, 2]}
            """,
        right: """
            components:
              schemas:
                Size: {type: string, enum: [small, '2']}
            """)

    static let undeclaredRequiredProperty = DocumentRule(
        "undeclared-required-property", .warning, "'required' contains a property that the schema does not declare.",
        reason: """
            The specification allows this, but the property could then have any value. Usually, the name is \
            misspelled.
            """,
        source: "JSON Schema, required and properties",
        wrong: """
            components:
              schemas:
                Pet: {type: object, required: [naem], properties: {name: {type: string}}}
            """,
        right: """
            components:
              schemas:
                Pet: {type: object, required: [name], properties: {name: {type: string}}}
            """)

    static let invalidPattern = DocumentRule(
        "invalid-pattern", .warning, "A pattern is not a valid ECMA-262 regular expression.",
        reason: "Patterns use the syntax of JavaScript. Python, Perl and Java support other constructs.",
        source: "JSON Schema, pattern: it \"SHOULD be a valid regular expression, according to the ECMA-262\" dialect",
        wrong: """
            components:
              schemas:
                Code: {type: string, pattern: '^(?P<letter>[A-Z])$'}
            """,
        right: """
            components:
              schemas:
                Code: {type: string, pattern: '^(?<letter>[A-Z])$'}
            """)

    static let patternOfAnotherDialect = DocumentRule(
        "pattern-of-another-dialect", .warning, "A part of a pattern has a different meaning in ECMA-262.",
        reason: "'\\A' matches the start of the string in other languages, but the letter A in JavaScript.",
        source: "JSON Schema, pattern: ECMA-262",
        wrong: """
            components:
              schemas:
                Code: {type: string, pattern: '\\A[A-Z]+\\z'}
            """,
        right: """
            components:
              schemas:
                Code: {type: string, pattern: '^[A-Z]+$'}
            """)
}

extension DocumentValidation {
    mutating func check(_ schema: Schema, at path: [PathStep]) {
        guard let mapping = schema.node.mapping else { return }
        let keywords = SchemaKeywords(mapping)
        if keywords.has(.reference), version == .v3_0 { return checkBesideReference(mapping) }
        if keywords.has(.type), let type = schema.node["type"] { checkType(type, of: mapping) }
        if keywords.hasNothing { return }
        for entry in keywords.ofOtherTypes { reportOtherType(entry, mapping) }
        if keywords.has(.enumeration) { checkEnumeration(of: schema) }
        if keywords.has(.required) { checkRequired(of: schema, at: path) }
        if keywords.has(.range) { checkRanges(of: mapping) }
        if keywords.has(.access) { checkAccess(of: schema) }
        if keywords.has(.nullable) { checkNullable(of: schema) }
        if keywords.has(.branches) { checkBranches(of: mapping) }
        if keywords.has(.pattern) { checkPatterns(of: mapping) }
        if keywords.has(.discriminator) { checkDiscriminator(of: schema, at: path) }
        if keywords.has(.value) { checkValues(of: schema) }
    }

    private mutating func checkBesideReference(_ mapping: Mapping) {
        for entry in mapping where entry.key != "$ref" && !entry.key.hasPrefix("x-") {
            report(
                .besideReference, "'\(entry.key)' beside a reference is ignored", at: entry.keyPosition,
                help: "move the reference into allOf: [{$ref: …}], or raise 'openapi' to 3.1.2")
        }
    }

    // MARK: Types

    private mutating func checkType(_ type: Node, of mapping: Mapping) {
        switch type.value {
        case .string(let name):
            checkTypeName(name, at: type)
            if version == .v3_0, name == "array", mapping["items"] == nil {
                report(
                    .arrayWithoutItems, "an array schema must have 'items'", at: type.position,
                    help: "add 'items'; items: {} allows any value")
            }
        case .sequence(let names) where version == .v3_0:
            let others = names.compactMap(\.string).filter { $0 != "null" }
            let help =
                others.count == 1 && names.count == 2
                ? "write type: \(others[0]), nullable: true" : "write anyOf with a schema for each type"
            report(
                .fieldOfAnotherVersion,
                "an array of types requires OpenAPI 3.1, but this document is 3.0", at: type.position, help: help)
        case .sequence(let names):
            if names.isEmpty { report(.emptyList, "'type' must contain a type", at: type.position, help: "remove it") }
            for name in names { if let text = name.string { checkTypeName(text, at: name) } }
            checkListedTwice(names, in: "type", .error)
        default: break
        }
    }

    private mutating func checkTypeName(_ name: String, at node: Node) {
        if name == "null", version == .v3_0 {
            report(
                .fieldOfAnotherVersion, "the type 'null' requires OpenAPI 3.1, but this document is 3.0",
                at: node.position, help: "write nullable: true beside another type")
        } else if Schema.ValueType(rawValue: name) == nil {
            let help =
                Self.typesOfOthers[name.lowercased()].map { "write \($0)" }
                ?? Schema.ValueType.allCases.map(\.rawValue).suggestion(for: name)
            report(
                .unknownType, "unknown type '\(name)'", at: node.position,
                help: help ?? "write one of string, number, integer, boolean, array, object")
        }
    }

    /// Types of other languages, with their equivalents.
    private static let typesOfOthers = [
        "file": "type: string, format: binary", "binary": "type: string, format: binary",
        "any": "no type at all", "int": "type: integer", "long": "type: integer, format: int64",
        "int32": "type: integer, format: int32", "int64": "type: integer, format: int64",
        "float": "type: number, format: float", "double": "type: number, format: double", "decimal": "type: number",
        "bool": "type: boolean", "str": "type: string", "text": "type: string", "uuid": "type: string, format: uuid",
        "date": "type: string, format: date", "datetime": "type: string, format: date-time",
        "date-time": "type: string, format: date-time", "list": "type: array", "map": "type: object",
        "dict": "type: object", "none": "type: 'null'",
    ]

    private mutating func reportOtherType(_ entry: Mapping.Entry, _ mapping: Mapping) {
        let type = (mapping["type"] ?? .null).flowYAML
        report(
            .keywordOfAnotherType, "'\(entry.key)' has no effect on type \(type)", at: entry.keyPosition,
            help: "remove it, or change the type")
    }

    private mutating func checkEnumeration(of schema: Schema) {
        guard let list = schema.node["enum"], let values = list.sequence else { return }
        if values.isEmpty {
            report(
                .emptyList, "'enum' has no values", at: list.position, help: "remove it, or list the values",
                severity: .warning)
        }
        checkListedTwice(values, in: "enum", .warning)
        let types = schema.types
        guard !types.isEmpty else { return }
        for value in values where !types.contains(where: { value.isValue(of: $0) }) {
            let expected = types.map(\.wording).joined(separator: " or ")
            report(
                .enumOfAnotherType, "the value \(value.flowYAML.prefix(60)) is not \(expected)", at: value.position,
                help: types.contains(.string) ? value.quoted.map { "quote it: \($0)" } : nil)
        }
    }

    // MARK: Arrays

    private mutating func checkListedTwice(_ list: [Node], in key: String, _ severity: Diagnostic.Severity) {
        guard list.count > 1 else { return }
        var seen: [Node: Node] = [:]
        for item in list {
            guard let first = seen.updateValue(item, forKey: item) else { continue }
            report(
                .listedTwice, "'\(key)' contains \(item.flowYAML.prefix(80)) twice", at: item.position,
                help: "remove one of them", related: ("first declared here", first.position), severity: severity)
        }
    }

    private mutating func checkRequired(of schema: Schema, at path: [PathStep]) {
        guard let list = schema.node["required"], let names = list.sequence else { return }
        checkListedTwice(names, in: "required", .error)
        if names.isEmpty, version == .v3_0 {
            report(.emptyList, "'required' must not be empty in OpenAPI 3.0", at: list.position, help: "remove it")
        }
        // Elsewhere, another branch may declare the properties.
        guard !path.isBranch, let declared = propertyNames(of: schema), !declared.isEmpty else { return }
        for name in names {
            guard let text = name.string, !declared.contains(text) else { continue }
            report(
                .undeclaredRequiredProperty, "no property is named '\(text)'", at: name.position,
                help: declared.sorted().suggestion(for: text) ?? "declare it in 'properties'")
        }
    }

    private mutating func checkBranches(of mapping: Mapping) {
        for key in ["allOf", "anyOf", "oneOf"] {
            guard let branches = mapping[key], branches.sequence?.isEmpty == true else { continue }
            report(.emptyList, "'\(key)' must have at least one schema", at: branches.position, help: "remove it")
        }
    }

    // MARK: Flags

    private mutating func checkAccess(of schema: Schema) {
        guard version == .v3_0, schema.readOnly == true, schema.writeOnly == true else { return }
        report(
            .readAndWriteOnly, "a property can't be both 'readOnly' and 'writeOnly'",
            at: (schema.node["writeOnly"] ?? schema.node).position, help: "remove one of them")
    }

    private mutating func checkNullable(of schema: Schema) {
        guard version == .v3_0, let flag = schema.node["nullable"], flag.bool == true, schema.node["type"] == nil else {
            return
        }
        report(
            .nullableWithoutType, "'nullable' has no effect without a 'type'", at: flag.position,
            help: "add the type, or raise 'openapi' to 3.1.2 and write anyOf with {type: 'null'}")
    }

    // MARK: Patterns

    private mutating func checkPatterns(of mapping: Mapping) {
        if let pattern = mapping["pattern"], let text = pattern.string { checkPattern(text, at: pattern.position) }
        guard version >= .v3_1 else { return }
        for entry in mapping["patternProperties"]?.mapping ?? Mapping() {
            checkPattern(entry.key, at: entry.keyPosition)
        }
    }

    private mutating func checkPattern(_ text: String, at position: Position) {
        for problem in evaluator.problems(ofPattern: text) {
            report(
                problem.kind == .invalid ? .invalidPattern : .patternOfAnotherDialect,
                problem.kind == .invalid ? "invalid pattern: \(problem.message)" : problem.message, at: position,
                help: problem.help)
        }
    }
}

// MARK: Ranges

extension DocumentValidation {
    private static let ranges = [
        ("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"),
        ("minProperties", "maxProperties"), ("minContains", "maxContains"),
    ]

    private mutating func checkRanges(of mapping: Mapping) {
        for (lower, upper) in Self.ranges {
            guard let least = mapping[lower], let most = mapping[upper], most.isLess(than: least) == true else {
                continue
            }
            reportRange(lower, least, upper, most)
        }
        if version >= .v3_1 {
            for lower in ["minimum", "exclusiveMinimum"] {
                for upper in ["maximum", "exclusiveMaximum"] where lower != "minimum" || upper != "maximum" {
                    guard let least = mapping[lower], let most = mapping[upper], least.isLess(than: most) == false
                    else { continue }
                    reportRange(lower, least, upper, most)
                }
            }
        }
        checkExclusive("exclusiveMinimum", "minimum", of: mapping)
        checkExclusive("exclusiveMaximum", "maximum", of: mapping)
        if let divisor = mapping["multipleOf"], let number = divisor.double, number <= 0 {
            report(.nonPositiveMultiple, "'multipleOf' must be greater than 0", at: divisor.position)
        }
    }

    private mutating func reportRange(_ lower: String, _ least: Node, _ upper: String, _ most: Node) {
        report(
            .impossibleRange,
            "no value matches: '\(lower)' is \(least.number ?? "") and '\(upper)' \(most.number ?? "")",
            at: least.position, help: "swap them, or change one of them",
            related: ("'\(upper)' is here", most.position))
    }

    /// Checks an exclusive bound, which is a flag in 3.0 and a number in later versions.
    private mutating func checkExclusive(_ key: String, _ bound: String, of mapping: Mapping) {
        guard let value = mapping[key] else { return }
        if version == .v3_0, let number = value.number {
            report(
                .fieldOfAnotherVersion, "'\(key)' is a number only in OpenAPI 3.1 and later, but this document is 3.0",
                at: value.position, help: "write \(bound): \(number), \(key): true")
        } else if version >= .v3_1, let flag = value.bool {
            let help = mapping[bound]?.number.flatMap { flag ? "write \(key): \($0) instead of '\(bound)'" : nil }
            report(
                .fieldOfAnotherVersion,
                "'\(key)' is a boolean only in OpenAPI 3.0, but this document is \(version.rawValue)",
                at: value.position, help: help ?? "remove it")
        }
    }
}

extension [PathStep] {
    /// Whether the last schema of the path is a part of another schema for the same value.
    fileprivate var isBranch: Bool {
        let key: PathStep? = if case .index? = last { dropLast().last } else { last }
        let branches = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"]
        guard case .key(let name)? = key else { return false }
        return branches.contains(name) || dropLast().last == .key("dependentSchemas")
    }
}

extension Node {
    /// The number or boolean as the string that was probably intended.
    fileprivate var quoted: String? {
        switch value {
        case .number(let text): "'\(text)'"
        case .bool(let flag): "'\(flag)'"
        default: nil
        }
    }
}
