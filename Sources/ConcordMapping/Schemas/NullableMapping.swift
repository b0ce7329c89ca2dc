import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the schema of `Nullable<T>`, in the form that the use, the settings, or the version determines.
    mutating func nullable(
        _ wrapped: TypeExpression, _ use: SchemaUse, in scope: [String], at mark: SourceMark
    ) -> Node {
        let stated = use.keywords.symbol(.null).flatMap(SchemaSettingsDeclaration.NullForm.init)
        let form = stated ?? settings.null ?? version.nullForm
        var use = use
        use.type = wrapped
        use.fragments = []
        use.keywords[.null] = nil
        switch form {
        case .anyOf, .oneOf: return nullableBranch(form.rawValue, use, in: scope, at: mark)
        case .type, .flag:
            if version == .v3_0 { return nullableFlag(form, use, in: scope, at: mark) }
            return nullableType(form, use, in: scope, at: mark)
        }
    }

    /// Returns `{anyOf: [T, null]}`, with constraints in the branch and annotations beside `anyOf`.
    private mutating func nullableBranch(
        _ keyword: String, _ use: SchemaUse, in scope: [String], at mark: SourceMark
    ) -> Node {
        let inner = SchemaUse(use.type, use.keywords.filter { !$0.isAnnotation })
        var outer = ObjectBuilder()
        outer[keyword] = .sequence([schema(inner, in: scope, at: mark), version.nullSchema])
        apply(use.keywords.filter(\.isAnnotation), documentation: use.documentation, to: &outer)
        return outer.node
    }

    /// Returns the schema with `nullable: true` for OpenAPI 3.0. The keyword has no effect without a type, so `.type`
    /// then uses a branch as in 3.1, while `.flag` writes the keyword anyway.
    private mutating func nullableFlag(
        _ form: SchemaSettingsDeclaration.NullForm, _ use: SchemaUse, in scope: [String], at mark: SourceMark
    ) -> Node {
        var builder = ObjectBuilder(schema(use, in: scope, at: mark))
        if form == .type, builder.isUntyped {
            return builder.restrictsValue ? nullableBranch("anyOf", use, in: scope, at: mark) : builder.node
        }
        if let reference = builder["$ref"], builder.mapping.count == 1, referenceForm(use) != .siblings {
            builder["$ref"] = nil
            builder[referenceForm(use).rawValue] = .sequence([.mapping(Mapping([.init("$ref", reference)]))])
        }
        builder.flag("nullable", true)
        if form == .type { Self.addNull(toEnumOf: &builder) }
        return builder.node
    }

    /// Returns the schema of a type whose `null:` argument allows null in the document, because a Swift type can't
    /// express it.
    func admittingNull(_ node: Node, _ keywords: SchemaKeywords) -> Node {
        guard let form = keywords.symbol(.null).flatMap(SchemaSettingsDeclaration.NullForm.init) else { return node }
        var builder = ObjectBuilder(node)
        if version == .v3_0, form == .flag || !builder.isUntyped {
            builder.flag("nullable", true)
        } else if version != .v3_0, let type = builder["type"]?.string {
            builder["type"] = .sequence([.string(type), "null"])
        } else {
            let keyword = form == .oneOf ? "oneOf" : "anyOf"
            return .mapping(Mapping([.init(keyword, .sequence([node, version.nullSchema]))]))
        }
        if form == .type { Self.addNull(toEnumOf: &builder) }
        return builder.node
    }

    private func referenceForm(_ use: SchemaUse) -> SchemaSettingsDeclaration.ReferenceForm {
        use.keywords.symbol(.ref).flatMap(SchemaSettingsDeclaration.ReferenceForm.init) ?? settings.reference
            ?? version.referenceForm
    }

    /// Returns the schema with `type: [T, "null"]` for OpenAPI 3.1. A schema without a type uses a branch.
    private mutating func nullableType(
        _ form: SchemaSettingsDeclaration.NullForm, _ use: SchemaUse, in scope: [String], at mark: SourceMark
    ) -> Node {
        var builder = ObjectBuilder(schema(use, in: scope, at: mark))
        switch builder["type"]?.value {
        case .string(let type): builder["type"] = .sequence([.string(type), "null"])
        case .sequence(let types): builder["type"] = .sequence(types + ["null"])
        default: return nullableBranch("anyOf", use, in: scope, at: mark)
        }
        if form == .type { Self.addNull(toEnumOf: &builder) }
        return builder.node
    }

    private static func addNull(toEnumOf builder: inout ObjectBuilder) {
        guard let values = builder["enum"]?.sequence, !values.contains(.null) else { return }
        builder["enum"] = .sequence(values + [.null])
    }
}

extension OpenAPIVersion {
    /// The schema that allows only null, as a branch of a union.
    var nullSchema: Node { self == .v3_0 ? Self.nullEnum : Self.nullType }

    private static let nullType: Node = .mapping(["type": "null"])
    /// OpenAPI 3.0 has no null type. The schema has a type because `nullable` has no effect without one.
    private static let nullEnum: Node = .mapping(["type": "string", "nullable": true, "enum": .sequence([.null])])
}

extension ObjectBuilder {
    /// Whether the schema has neither a type nor an `enum`.
    fileprivate var isUntyped: Bool { self["type"] == nil && self["enum"] == nil }

    /// Whether the schema has keywords other than annotations and extensions.
    fileprivate var restrictsValue: Bool {
        mapping.contains { entry in
            !entry.key.hasPrefix("x-") && Keyword(rawValue: entry.key)?.isAnnotation != true
        }
    }
}

extension Keyword {
    /// Whether the keyword is an annotation and doesn't restrict values.
    var isAnnotation: Bool {
        switch self {
        case .default, .required, .readOnly, .writeOnly, .deprecated, .title, .description, .example, .examples,
            .externalDocs, .xml:
            true
        default: false
        }
    }
}

extension Scaffolder {
    var nullForm: SchemaSettingsDeclaration.NullForm { settings.null ?? version.nullForm }

    /// Returns the use for `[T, null]` under `anyOf` or `oneOf` if no other keyword needs a union.
    mutating func nullableBranchUse(_ mapping: Mapping, _ hint: NameHint, _ nest: inout Nest) -> SchemaUse? {
        for form in [SchemaSettingsDeclaration.NullForm.anyOf, .oneOf] {
            guard let branches = mapping[form.rawValue]?.sequence, branches.count == 2,
                branches[1] == version.nullSchema, branches[0] != version.nullSchema, mapping["type"] == nil,
                mapping["properties"] == nil, mapping["discriminator"] == nil
            else { continue }
            var inner = use(of: branches[0], hint, &nest)
            guard inner.documentation == nil, inner.fragments.isEmpty, inner.initialValue == nil,
                inner.type.isNullable == false,
                inner.keywords.stated.allSatisfy({ !$0.keyword.isAnnotation && $0.keyword != .ref })
            else { return nil }
            var rest = Unconsumed(mapping)
            rest.take(form.rawValue)
            var outer = SchemaUse(.named("Nullable", arguments: [inner.type]))
            takeAnnotations(&rest, into: &outer)
            for (keyword, value) in outer.keywords.stated { inner.keywords[keyword] = value }
            if needsStatedForm(form, inner.type) { inner.keywords[.null] = .symbol(form.rawValue) }
            inner.type = outer.type
            inner.documentation = outer.documentation
            inner.fragments = rest.fragments
            return inner
        }
        return nil
    }

    /// Returns whether a use must specify its null form. A reference has no type, so `.type`, and from 3.1 on `.flag`,
    /// result in `anyOf`.
    private func needsStatedForm(_ form: SchemaSettingsDeclaration.NullForm, _ type: TypeExpression) -> Bool {
        if form == nullForm { return false }
        let isReference = type.path.map { $0.count == 1 && componentNames.isSchema($0[0]) } ?? false
        let takesBranch = nullForm == .type || (nullForm == .flag && version != .v3_0)
        return !(isReference && form == .anyOf && takesBranch)
    }
}

extension TypeExpression {
    var isNullable: Bool {
        if case .named("Nullable", _) = self { true } else { false }
    }
}
