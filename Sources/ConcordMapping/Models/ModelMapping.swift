import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

extension Symbols {
    /// A model and its path.
    struct FoundModel {
        var model: ModelDeclaration
        var path: [String]
    }

    /// Returns the model that a type refers to. Follows aliases.
    func model(_ type: TypeExpression, in scope: [String]) -> FoundModel? {
        guard let found = resolve(type, in: scope), case .model(let model) = found.declaration else { return nil }
        return FoundModel(model: model, path: found.path)
    }

    /// Returns the model whose key a type is: `Owner` for `Owner.ID`.
    func keyedModel(_ type: TypeExpression, in scope: [String]) -> FoundModel? {
        guard let path = type.path, path.count > 1, path.last == "ID", find(path, in: scope) == nil,
            let base = TypeExpression(path: path.dropLast())
        else { return nil }
        return model(base, in: scope)
    }

    /// The paths of the models that are protected by foreign keys with the rule `.protect` or `.restrict`.
    var protectedModels: Set<[String]> {
        var paths: Set<[String]> = []
        for found in all {
            guard case .model(let model) = found.declaration else { continue }
            for field in model.fields
            where field.relation?.onDelete == .protect || field.relation?.onDelete == .restrict {
                if let target = keyedModel(field.type.unwrapped, in: found.path) { paths.insert(target.path) }
            }
        }
        return paths
    }

    /// The maximum length of a chain of aliases. A longer chain is circular.
    private static let longestChain = 20

    /// Returns the qualified name of a specialized generic type.
    private func qualified(
        _ type: TypeExpression, _ generic: GenericUse, in scope: [String], depth: Int
    ) -> TypeExpression {
        if depth < Self.longestChain, let aliased = aliased(generic, in: scope, depth: depth + 1) {
            return qualified(aliased.type, in: aliased.scope, depth: depth + 1)
        }
        guard case .named(let name, let arguments) = type else { return type }
        return .named(name, arguments: arguments.map { qualified($0, in: scope, depth: depth) })
    }

    /// Returns the declaration that a type refers to. Follows aliases that aren't components.
    func resolve(_ type: TypeExpression, in scope: [String]) -> Found? {
        var (type, scope) = (type, scope)
        for _ in 0..<Self.longestChain {
            guard let path = type.path, let found = find(path, in: scope) else { return nil }
            guard case .alias(let alias) = found.declaration, !alias.isComponent else { return found }
            (type, scope) = (alias.type, found.path.dropLast())
        }
        return nil
    }

    /// Returns a type qualified so that it can be resolved in any scope. Aliases that aren't components are replaced
    /// with their types.
    func qualified(_ type: TypeExpression, in scope: [String], depth: Int = 0) -> TypeExpression {
        switch type {
        case .named(let name, arguments: []) where !isDeclared(name): return type
        case .array(let element): return .array(qualified(element, in: scope, depth: depth))
        case .optional(let wrapped): return .optional(qualified(wrapped, in: scope, depth: depth))
        case .dictionary(let key, let value):
            return .dictionary(key: key, value: qualified(value, in: scope, depth: depth))
        default:
            if let generic = GenericUse(type) { return qualified(type, generic, in: scope, depth: depth) }
            if let found = type.path.flatMap({ find($0, in: scope) }) {
                if case .alias(let alias) = found.declaration, !alias.isComponent, depth < Self.longestChain {
                    return qualified(alias.type, in: Array(found.path.dropLast()), depth: depth + 1)
                }
                return TypeExpression(path: found.path) ?? type
            }
            if let keyed = keyedModel(type, in: scope) { return TypeExpression(path: keyed.path + ["ID"]) ?? type }
            return type
        }
    }
}

extension Generator {
    /// Returns the schema of a model's primary key, with only the keywords of the field that restrict its value.
    mutating func key(of found: Symbols.FoundModel, _ use: SchemaUse, at mark: SourceMark) -> Node {
        let name = found.path.joined(separator: ".") + ".ID"
        guard let key = found.model.primaryKey, !inlining.contains(name) else {
            if found.model.primaryKey != nil {
                error(
                    "recursive-key", "the primary key of '\(found.model.head.name)' refers back to itself", at: mark,
                    help: "give one of the models its own primary key")
            }
            return .mapping(Mapping())
        }
        inlining.append(name)
        defer { inlining.removeLast() }
        var keyed = use
        let property = property(of: key, in: found.path)
        keyed.type = (property.type ?? key.type).unwrapped
        for (keyword, value) in property.keywords.stated where keyword.isOfKey && use.keywords[keyword] == nil {
            keyed.keywords[keyword] = value
        }
        return schema(keyed, in: found.path, at: mark)
    }

    /// Returns the serializer property for a model's field that nothing overrides.
    func property(of field: ModelFieldDeclaration, in scope: [String]) -> PropertyDeclaration {
        var property = PropertyDeclaration(
            field.head, type: symbols.qualified(field.type, in: scope), initialValue: field.initialValue,
            keywords: field.keywords)
        property.digits = field.digits
        property.isUnique = field.storage.isUnique == true
        property.isStoredFile = field.type.unwrapped == .named("File")
        if field.isReadOnly(), property.keywords[.readOnly] == nil {
            property.keywords[.readOnly] = .literal(.boolean(true))
        }
        property.saySlugAsPattern()
        return property
    }
}

extension ModelFieldDeclaration {
    /// Returns whether clients can't set the value because the model generates it, as a key or as a timestamp.
    func isReadOnly(madeKey: String? = nil) -> Bool {
        guard keywords[.readOnly] == nil else { return keywords.flag(.readOnly) == true }
        return storage.setOn != nil || head.name == madeKey
    }
}

extension ModelDeclaration {
    /// The types of keys that are generated.
    static let madeKeys: Set<String> = [
        "UUID", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
    ]

    /// The name of the primary key if it is generated.
    var madeKey: String? {
        guard let key = primaryKey, key.relation == nil, Self.madeKeys.contains(key.type.path?.last ?? "") else {
            return nil
        }
        return key.head.name
    }
}

extension Keyword {
    /// Whether the keyword restricts the value, so that it applies wherever a key is used.
    fileprivate var isOfKey: Bool { isConstraint || self == .format || self == .contentEncoding }
}

extension PropertyDeclaration {
    /// The pattern of Django's slugs.
    private static let slugPattern = "^[-a-zA-Z0-9_]+$"

    /// Replaces the format `slug`, which no standard defines, with a pattern.
    mutating func saySlugAsPattern() {
        guard keywords.text(.format) == "slug" else { return }
        keywords[.format] = nil
        if keywords[.pattern] == nil { keywords[.pattern] = .literal(.string(Self.slugPattern)) }
    }
}
