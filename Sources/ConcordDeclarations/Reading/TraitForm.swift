import ConcordOutline

/// Converts between labeled arguments and traits: `.minLength(1)`.
///
/// Declarations are read from and written to labeled arguments, while source code uses traits. Because of this
/// conversion, declarations don't depend on the form.
package enum TraitForm {
    /// Returns the traits that an attribute, or a value with traits, takes.
    package static func names(of owner: String) -> Set<String> { traits[owner] ?? [] }

    /// The attributes and values that take traits.
    package static var owners: Set<String> { Set(traits.keys) }

    private static let keywords = Set(Keyword.allCases.map(\.rawValue))
    private static let content = keywords.union(["schema", "openAPI"])
    private static let parameter = content.union(["style", "explode", "allowReserved", "allowEmptyValue", "content"])
    private static let body = content.union(["encoding", "summary", "links"])
    private static let response = content.union(["summary", "content", "links"])
    private static let field = keywords.union([
        "primaryKey", "unique", "index", "column", "setOn", "maxDigits", "decimalPlaces", "source", "contentType",
        "style", "explode", "allowReserved",
    ])
    private static let view: Set<String> = [
        "tags", "summary", "description", "servers", "undeclared", "keys", "ref", "schema",
    ]
    private static let operation: Set<String> = [
        "status", "tags", "summary", "description", "deprecated", "servers", "externalDocs", "authentication",
        "callbacks", "schema", "path",
    ]

    private static let traits: [String: Set<String>] = {
        var traits: [String: Set<String>] = [
            "Serializer": keywords.union([
                "keys", "union", "properties", "discriminator", "mapping", "defaultMapping",
            ]),
            "Schema": keywords.union(["openAPI"]), "Field": field, "AdditionalProperties": field,
            "PatternProperties": field, "Path": parameter, "Query": parameter, "Header": parameter, "Cookie": parameter,
            "QueryString": parameter, "ResponseHeader": parameter, "Body": body, "Content": body, "Status": body,
            "Response": response, "View": view, "Webhook": view, "Callback": view, "Include": ["tags"],
            "Operation": operation, "Action": operation, "RequestBody": ["required"],
            "API": [
                "summary", "description", "termsOfService", "openapi", "jsonSchemaDialect", "externalDocs", "requests",
                "responses",
            ],
            "SecurityScheme": ["metadataURL", "deprecated"],
        ]
        for method in OperationDeclaration.methods { traits[method] = operation }
        for kind in ParticipantDeclaration.Kind.allCases { traits[kind.rawValue] = ["keys"] }
        return traits
    }()

    /// The traits that are written without a value if they are true.
    private static let flags: Set<String> = [
        "uniqueItems", "required", "readOnly", "writeOnly", "deprecated", "primaryKey", "unique", "index", "explode",
        "allowReserved", "allowEmptyValue",
    ]

    /// The traits whose value is a schema, which is stated by further traits.
    static let schemas: Set<String> = ["items", "additionalProperties", "propertyNames", "schema"]

    /// The labels of arguments before the traits.
    private static let leading: Set<String> = ["of", "title", "version", "detail"]

    // MARK: Reading

    /// Returns the name of the trait that an argument is, or `nil` if it isn't one.
    static func trait(_ argument: Argument, of names: Set<String>) -> String? {
        guard argument.label == nil else { return nil }
        switch argument.value {
        case .member(nil, let name) where flags.contains(name) && names.contains(name): return name
        case .call(.member(nil, let name), _) where names.contains(name): return name
        default: return nil
        }
    }

    /// Returns the labeled arguments that a trait represents.
    static func arguments(of trait: Argument, named name: String) -> [Argument] {
        guard case .call(_, let values) = trait.value else { return [Argument(name, .boolean(true), mark: trait.mark)] }
        let isSchema = schemas.contains(name) && values.allSatisfy { $0.value.isTrait || $0.label != nil }
        if isSchema { return [Argument(name, .call(.reference("Schema"), values), mark: trait.mark)] }
        if name == "authentication" {
            if values.count == 1, !values[0].value.isCall { return [Argument(name, values[0].value, mark: trait.mark)] }
            let mark = SourceMark(trait.mark.position, elements: values.compactMap(\.mark.position))
            return [Argument(name, .array(values.map(\.value)), mark: mark)]
        }
        return values.enumerated().map { index, value in
            // Errors in the only value of a trait are reported at the trait.
            Argument(index == 0 ? name : nil, value.value, mark: values.count == 1 ? trait.mark : value.mark)
        }
    }

    // MARK: Writing

    /// Returns the arguments of an owner with labeled arguments replaced by traits.
    static func traits(_ arguments: [Argument], of owner: String) -> [Argument] {
        let names = names(of: owner)
        if names.isEmpty { return arguments }
        var first: [Argument] = []
        var traits: [Argument] = []
        var rest: [Argument] = []
        var label: String?
        for argument in arguments {
            label = argument.label ?? label
            guard let label else {
                first.append(argument)
                continue
            }
            if names.contains(label), !argument.value.isKeyPath {
                if argument.label != nil {
                    traits.append(trait(label, argument))
                } else if let last = traits.popLast() {
                    traits.append(adding(argument, to: last))
                }
            } else if leading.contains(label) {
                first.append(argument)
            } else {
                rest.append(argument)
            }
        }
        return first + traits + rest
    }

    private static func trait(_ name: String, _ argument: Argument) -> Argument {
        let callee = Expression.member(nil, name)
        switch argument.value {
        case .boolean(true) where flags.contains(name): return Argument(nil, callee)
        case .call(.reference("Schema"), let inner) where schemas.contains(name):
            return Argument(nil, .call(callee, traits(inner, of: "Schema")))
        case .array(let elements) where name == "authentication":
            return Argument(nil, .call(callee, elements.map { Argument(nil, $0) }))
        default: return Argument(nil, .call(callee, [Argument(nil, withTraits(argument.value))]))
        }
    }

    /// Returns the trait for a labeled argument as it is written: `.minLength(…)`, `.unique`.
    static func written(_ argument: Argument, named name: String) -> String {
        let isFlag = flags.contains(name) && argument.value == .boolean(true)
        return isFlag ? ".\(name)" : ".\(name)(…)"
    }

    private static func adding(_ argument: Argument, to trait: Argument) -> Argument {
        guard case .call(let callee, let arguments) = trait.value else { return trait }
        return Argument(nil, .call(callee, arguments + [Argument(nil, withTraits(argument.value))]))
    }

    /// Returns a value with traits in the inner schemas.
    private static func withTraits(_ value: Expression) -> Expression {
        if case .call(.reference("Schema"), let inner) = value {
            return .call(.reference("Schema"), traits(inner, of: "Schema"))
        }
        return value
    }
}

extension Expression {
    /// Whether the expression is a trait, and not a literal such as `false`.
    fileprivate var isTrait: Bool { traitName != nil }

    fileprivate var isCall: Bool {
        if case .call = self { true } else { false }
    }

    var isKeyPath: Bool {
        if case .keyPath = self { true } else { false }
    }
}

extension Declaration {
    /// The declaration with traits in its attributes and in those of its members.
    var inTraitForm: Declaration {
        var declaration = self
        declaration.attributes = attributes.map(\.inTraitForm)
        switch kind {
        case .structure(let body): declaration.kind = .structure(body.inTraitForm)
        case .enumeration(let body): declaration.kind = .enumeration(body.inTraitForm)
        case .function(var function):
            for index in function.parameters.indices {
                function.parameters[index].attributes = function.parameters[index].attributes.map(\.inTraitForm)
            }
            declaration.kind = .function(function)
        default: break
        }
        return declaration
    }
}

extension TypeBody {
    fileprivate var inTraitForm: TypeBody {
        var body = self
        body.members = members.map(\.inTraitForm)
        return body
    }
}

extension Attribute {
    fileprivate var inTraitForm: Attribute {
        guard let arguments, !arguments.isEmpty else { return self }
        return Attribute(name, TraitForm.traits(arguments, of: name), mark: mark)
    }
}
