import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let fieldRules = [
        wrongKind, missingField, unknownField, unknownKeyword, fieldOfAnotherVersion, fieldOutOfPlace,
        misplacedReference, besideReference, emptyList, listedTwice,
    ]

    /// This rule is reported while a document is read, because values of the wrong kind aren't visited.
    static let wrongKind = DocumentRule(
        "wrong-kind", .error, "A value has the wrong type for its field.",
        reason: """
            For example, a string is used where an array is required. In YAML, unquoted 1.0 is a number, unquoted \
            true is a boolean, and a key without a value is null.
            """,
        source: "The table of fields of each object",
        wrong: """
            info:
              title: Pets
              version: 1.0
            """,
        right: """
            info:
              title: Pets
              version: '1.0'
            """)

    static let missingField = DocumentRule(
        "missing-field", .error, "An object lacks a required field.",
        reason: "Tools rely on required fields.",
        source: "The table of fields of each object: \"REQUIRED\"",
        wrong: """
            info:
              title: Pets
            """,
        right: """
            info:
              title: Pets
              version: '1'
            """)

    static let unknownField = DocumentRule(
        "unknown-field", .error, "An object has a field that the specification does not define.",
        reason: """
            Usually, the name is misspelled or the field belongs to a different object. The names of extensions \
            start with 'x-'.
            """,
        source: "Specification Extensions: \"the field name MUST begin with x-\"",
        wrong: """
            info:
              title: Pets
              version: '1'
              licence: {name: MIT}
            """,
        right: """
            info:
              title: Pets
              version: '1'
              license: {name: MIT}
            """)

    static let unknownKeyword = DocumentRule(
        "unknown-keyword", .warning, "A schema has a keyword that resembles a keyword of JSON Schema.",
        reason: """
            JSON Schema ignores unknown keywords, so a misspelled keyword has no effect.
            """,
        source: "JSON Schema Core 6.5: \"schema authors SHALL NOT expect these additional keywords … to be supported\"",
        wrong: """
            components:
              schemas:
                Name: {type: string, maxLenght: 40}
            """,
        right: """
            components:
              schemas:
                Name: {type: string, maxLength: 40}
            """)

    static let fieldOfAnotherVersion = DocumentRule(
        "field-of-another-version", .error, "A field or keyword belongs to a different version of OpenAPI.",
        reason: """
            For example, OpenAPI 3.0 uses 'nullable' and 3.1 uses the type 'null'. Schemas of 3.1 and later silently \
            ignore a keyword of 3.0, so it is only a warning there.
            """,
        source: "The table of fields of each object; Schema Object of 3.0: other keywords are \"strictly unsupported\"",
        wrong: """
            openapi: 3.0.4
            components:
              schemas:
                Name: {type: [string, 'null']}
            """,
        right: """
            openapi: 3.0.4
            components:
              schemas:
                Name: {type: string, nullable: true}
            """)

    static let fieldOutOfPlace = DocumentRule(
        "field-out-of-place", .error, "A field has no meaning in this variant of its object.",
        reason: """
            Some fields apply only to one type of security scheme, one OAuth flow or one parameter location.
            """,
        source: "Security Scheme Object, OAuth Flow Object: \"Applies To\"; Parameter Object, allowEmptyValue",
        wrong: """
            components:
              securitySchemes:
                key: {type: apiKey, name: key, in: header, scheme: basic}
            """,
        right: """
            components:
              securitySchemes:
                key: {type: apiKey, name: key, in: header}
            """)

    static let misplacedReference = DocumentRule(
        "misplaced-reference", .warning, "A '$ref' is in a place where the specification does not allow a reference.",
        reason: """
            The specification allows references in place of parameters, responses, examples and other components, \
            but not in place of tags, operations or descriptions. Many tools follow such references anyway, and so \
            does Concord.
            """,
        source: "The table of fields of each object: \"Reference Object\"",
        wrong: """
            tags:
              - $ref: '#/x-tags/pets'
                name: pets
            x-tags: {pets: {name: pets}}
            """,
        right: """
            tags:
              - name: pets
            """)

    static let besideReference = DocumentRule(
        "beside-reference", .warning, "A field beside a '$ref' is ignored.",
        reason: """
            The target of a reference replaces the whole object. OpenAPI 3.1 and later allow 'summary' and \
            'description' beside a reference, and any keyword beside a reference in a schema.
            """,
        source: "Reference Object: \"any properties added SHALL be ignored\"",
        wrong: """
            openapi: 3.0.4
            components:
              schemas:
                Pet: {properties: {name: {$ref: '#/components/schemas/Name', description: What it is called.}}}
                Name: {type: string}
            """,
        right: """
            openapi: 3.0.4
            components:
              schemas:
                Pet: {properties: {name: {allOf: [{$ref: '#/components/schemas/Name'}], description: What it is called.}}}
                Name: {type: string}
            """)

    static let emptyList = DocumentRule(
        "empty-list", .error, "An array that must have elements is empty.",
        reason: "An empty set of alternatives matches no value.",
        source: "JSON Schema, allOf: \"This keyword's value MUST be a non-empty array\"; Server Variable Object, enum",
        wrong: """
            components:
              schemas:
                Pet: {oneOf: []}
            """,
        right: """
            components:
              schemas:
                Pet: {oneOf: [{type: string}, {type: integer}]}
            """)

    static let listedTwice = DocumentRule(
        "listed-twice", .error, "An array contains the same element twice.",
        reason: "Usually, one of them was meant to be a different value. In 'enum', this is a warning.",
        source:
            "JSON Schema, required: \"elements … MUST be unique\"; enum: \"Elements in the array SHOULD be unique\"",
        wrong: """
            components:
              schemas:
                Pet: {required: [name, name], properties: {name: {}, tag: {}}}
            """,
        right: """
            components:
              schemas:
                Pet: {required: [name, tag], properties: {name: {}, tag: {}}}
            """)
}

extension DocumentValidation {
    mutating func reportMissing(_ field: String, in object: String, at node: Node) {
        report(.missingField, "\(object) must have '\(field)'", at: node.position, help: "add '\(field)'")
    }

    /// Checks an entry that isn't a field in the object's version.
    mutating func checkUnknown(_ entry: Mapping.Entry, in type: any OpenAPIObject.Type) {
        let table = type.fields
        if type == Reference.self {
            report(
                .besideReference, "'\(entry.key)' beside a reference is ignored", at: entry.keyPosition,
                help: "move it to the target of the reference, or remove it")
        } else if table.allowsExtensions, entry.key.hasPrefix("x-") {
            return
        } else if let field = table[entry.key] {
            checkVersion(of: field, at: entry, in: table)
        } else if type == Schema.self {
            checkUnknownKeyword(entry)
        } else if table.others == nil, entry.key != "$ref" {
            let known = table.fields.filter { $0.versions.contains(version) }.map(\.name)
            report(
                .unknownField, "\(table.name) has no field '\(entry.key)'", at: entry.keyPosition,
                help: SpellingOfOtherVersions.help(for: entry.key, of: type) ?? known.suggestion(for: entry.key)
                    ?? (table.allowsExtensions ? "remove it, or make it an extension: 'x-\(entry.key)'" : "remove it"))
        }
    }

    private mutating func checkVersion(of field: Field, at entry: Mapping.Entry, in table: FieldTable) {
        let versions = OpenAPIVersion.allCases.filter { field.versions.contains($0) }
        guard let first = versions.first, let last = versions.last else { return }
        let subject = table.subject(of: field)
        let until = "\(subject) exists only in OpenAPI \(last.rawValue), but this document is \(version.rawValue)"
        report(
            .fieldOfAnotherVersion, version < first ? first.requirement(of: subject, in: version) : until,
            at: entry.keyPosition, help: help(for: field, entry.value, version < first ? first : nil),
            severity: table.isOpen && version >= .v3_1 ? .warning : nil)
    }

    private func help(for field: Field, _ value: Node, _ needed: OpenAPIVersion?) -> String {
        switch field.name {
        case "nullable": "add 'null' to the types: type: [string, 'null']"
        case "const": "write enum: [\(value.flowYAML.prefix(60))]"
        case "examples" where field.versions.contains(.v3_1): "write one of them as 'example'"
        case "$defs": "move the schemas to components.schemas"
        default: needed.map { "raise 'openapi' to \($0.latestText), or remove the field" } ?? "remove it"
        }
    }

    /// Checks a keyword that no version of OpenAPI defines.
    private mutating func checkUnknownKeyword(_ entry: Mapping.Entry) {
        if version == .v3_0 {
            report(
                .unknownField, "a schema has no keyword '\(entry.key)'", at: entry.keyPosition,
                help: Self.help(forKeyword: entry.key, version)
                    ?? "remove it, or make it an extension: 'x-\(entry.key)'")
        } else {
            let known = helpOfKeywords[entry.key]
            let help = known ?? Self.help(forKeyword: entry.key, version)
            if known == nil { helpOfKeywords[entry.key] = .some(help) }
            guard let help else { return }
            report(.unknownKeyword, "'\(entry.key)' is not a keyword of a schema", at: entry.keyPosition, help: help)
        }
    }

    private static func help(forKeyword key: String, _ version: OpenAPIVersion) -> String? {
        let known = Schema.fields.fields.filter { $0.versions.contains(version) }.map(\.name)
        return SpellingOfOtherVersions.help(for: key, of: Schema.self) ?? known.suggestion(for: key)
    }
}

/// The equivalents in OpenAPI 3 of keywords in Swagger 2.0 and older drafts of JSON Schema.
enum SpellingOfOtherVersions {
    static func help(for key: String, of type: any OpenAPIObject.Type) -> String? {
        switch ObjectIdentifier(type) {
        case ObjectIdentifier(Schema.self): keywords[key]
        case ObjectIdentifier(Parameter.self), ObjectIdentifier(Header.self): parameterFields[key]
        case ObjectIdentifier(Operation.self): operationFields[key]
        case ObjectIdentifier(Response.self): responseFields[key]
        case ObjectIdentifier(Document.self): documentFields[key]
        default: nil
        }
    }

    private static let keywords = [
        "definitions": "move the schemas to components.schemas",
        "dependencies": "write 'dependentRequired' or 'dependentSchemas' (OpenAPI 3.1 or later)",
        "additionalItems": "write 'prefixItems' and 'items' (OpenAPI 3.1 or later)",
        "divisibleBy": "write 'multipleOf'",
        "id": "write '$id' (OpenAPI 3.1 or later)",
        "$recursiveRef": "write '$dynamicRef' (OpenAPI 3.1 or later)",
        "$recursiveAnchor": "write '$dynamicAnchor' with a name (OpenAPI 3.1 or later)",
    ]
    private static let parameterFields = Dictionary(
        uniqueKeysWithValues: [
            "type", "format", "items", "default", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
            "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "multipleOf",
        ].map { ($0, "write it in the schema: schema: {\($0): …}") } + [
            ("collectionFormat", "write 'style' and 'explode', as style: form for csv")
        ])
    private static let operationFields = [
        "produces": "name the media types in the 'content' of the responses",
        "consumes": "name the media types in the 'content' of the request body",
        "schemes": "name the schemes in the URLs of 'servers'",
    ]
    private static let responseFields = [
        "schema": "write it in the content: content: {application/json: {schema: …}}",
        "examples": "write them in the content: content: {application/json: {examples: …}}",
    ]
    private static let documentFields = [
        "definitions": "move the schemas to components.schemas",
        "host": "write the URL in 'servers'",
        "basePath": "write the URL in 'servers'",
        "schemes": "write the URL in 'servers'",
        "securityDefinitions": "move them to components.securitySchemes",
        "parameters": "move them to components.parameters",
        "responses": "move them to components.responses",
        "produces": "name the media types in the 'content' of the responses",
        "consumes": "name the media types in the 'content' of the request bodies",
    ]
}
