import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Scaffolder {
    /// Returns the Swift type of a schema in a use, with its keywords. Nested types that it needs are declared in the
    /// nest.
    mutating func use(
        of node: Node, _ hint: NameHint, _ nest: inout Nest, place: SchemaPlace = .value, isBranch: Bool = false
    ) -> SchemaUse {
        guard let stated = node.mapping else {
            if node == .bool(false) { return SchemaUse(.named("Never")) }
            return SchemaUse(.named("JSON"), fragments: [Fragment(node)])
        }
        let mapping = withoutStatedDefaults(stated)
        if let use = referenceUse(mapping, place: place) { return use }
        if let use = branchedUse(mapping, hint, &nest, place: place) { return use }
        if let use = nullableBranchUse(mapping, hint, &nest) { return use }
        var rest = Unconsumed(mapping)
        let nullable = takeNullable(&rest)
        var use = inlineUse(&rest, hint, &nest, place: place, isBranch: isBranch)
        takeKeywords(&rest, into: &use)
        use.fragments += rest.fragments
        if let nullable {
            use.type = .named("Nullable", arguments: [use.type])
            if nullable != nullForm { use.keywords[.null] = .symbol(nullable.rawValue) }
        }
        return use
    }

    /// Returns the schema without keywords that have their default value and no Swift argument.
    func withoutStatedDefaults(_ mapping: Mapping) -> Mapping {
        let version = version
        var result = mapping
        if mapping.entries.contains(where: { $0.isStatedDefault(version) }) {
            result.entries.removeAll { $0.isStatedDefault(version) }
        }
        // An array with one type is equivalent to that type.
        if let types = result["type"]?.sequence, types.count == 1, types[0].string != nil { result["type"] = types[0] }
        return result
    }

    /// Takes the keywords that allow null: `nullable: true` in OpenAPI 3.0, an array of two types in 3.1.
    mutating func takeNullable(_ rest: inout Unconsumed) -> SchemaSettingsDeclaration.NullForm? {
        guard rest.node("$ref") == nil else { return nil }
        if version == .v3_0 {
            guard rest.take("nullable", equalTo: .bool(true)) else { return nil }
            if rest.node("type") == nil, rest.node("enum") == nil { return .flag }
        } else {
            guard let types = rest.node("type")?.sequence, types.count == 2, types.contains("null"),
                let type = types.first(where: { $0 != "null" }), type.string != nil
            else { return nil }
            rest.restore("type", type)
        }
        guard let values = rest.node("enum")?.sequence, values != [.null] else {
            return nullForm == .flag ? .flag : .type
        }
        guard values.contains(.null) else { return .flag }
        if values.last == .null, values.filter({ $0 == .null }).count == 1 {
            rest.restore("enum", .sequence(Array(values.dropLast())))
        }
        return .type
    }

    private mutating func inlineUse(
        _ rest: inout Unconsumed, _ hint: NameHint, _ nest: inout Nest, place: SchemaPlace, isBranch: Bool
    ) -> SchemaUse {
        if let use = nestedTypeUse(&rest, hint, &nest, place: place, isBranch: isBranch) { return use }
        guard let type = rest.node("type") else { return untypedUse(&rest, hint, &nest) }
        switch type.string {
        case "array":
            rest.take("type")
            return arrayUse(&rest, hint, &nest, place: place)
        case "object":
            rest.take("type")
            return mapUse(&rest, hint, &nest)
        // OpenAPI 3.0 has no null type, and `Null` is written in another way.
        case "null" where version == .v3_0: return SchemaUse(.named("JSON"))
        case "string", "integer", "number", "boolean", "null":
            rest.take("type")
            let hasPattern = rest.node("pattern") != nil
            let scalar = scalar(type: type.string ?? "", &rest, place: place)
            var use = SchemaUse(.named(scalar?.name ?? "JSON"))
            if scalar?.isDecimal == true, !hasPattern { use.keywords[.pattern] = .silent }
            return use
        default: return SchemaUse(.named("JSON"))
        }
    }

    /// Returns the use for a schema without a type, which is determined by other keywords.
    private mutating func untypedUse(_ rest: inout Unconsumed, _ hint: NameHint, _ nest: inout Nest) -> SchemaUse {
        var use: SchemaUse
        if rest.node("items") != nil {
            use = arrayUse(&rest, hint, &nest)
        } else if rest.node("additionalProperties") != nil {
            use = mapUse(&rest, hint, &nest)
        } else {
            return SchemaUse(.named("JSON"))
        }
        use.keywords[.type] = .silent
        return use
    }

    /// Returns the use of a nested type: an object, a composition, a union, or an enum.
    private mutating func nestedTypeUse(
        _ rest: inout Unconsumed, _ hint: NameHint, _ nest: inout Nest, place: SchemaPlace, isBranch: Bool
    ) -> SchemaUse? {
        let mapping = rest.mapping
        if let values = EnumValues(mapping, version) { return enumUse(values, &rest, hint, &nest) }
        let isTypeList = version != .v3_0 && (mapping["type"]?.sequence?.count ?? 0) > 1
        let isObject = Self.isObject(mapping) || (isBranch && Self.isRequirement(mapping))
        guard isComposition(mapping) || Self.isUnion(mapping) || isObject || isTypeList else { return nil }
        var atUse = Unconsumed(Mapping())
        if !isBranch {
            for key in ["default", "readOnly", "writeOnly", "deprecated"] {
                if let node = rest.take(key) { atUse.restore(key, node) }
            }
        }
        let name = nest.name(hint, &self)
        enumCases[name] = nil
        let head = DeclarationHead(name)
        let declaration: TypeDeclaration
        if isComposition(mapping) {
            declaration = .serializer(composition(head, &rest, scope: nest.scope))
        } else if Self.isUnion(mapping) {
            declaration = .union(union(head, &rest, scope: nest.scope))
        } else if isObject {
            declaration = .serializer(serializer(head, &rest, scope: nest.scope, place: place))
        } else if let union = typeUnion(head, &rest, scope: nest.scope) {
            declaration = .union(union)
        } else {
            for entry in atUse.mapping.entries { rest.restore(entry.key, entry.value) }
            return nil
        }
        nest.types.append(declaration)
        rest = atUse
        return SchemaUse(.named(name))
    }

    /// Returns whether a schema needs a nested type for itself, not only for its elements.
    func declaresType(_ node: Node) -> Bool {
        guard let mapping = node.mapping, mapping["$ref"] == nil else { return false }
        return mapping.entries.contains { entry in
            switch entry.key {
            case "properties", "patternProperties": true
            case "enum": version != .v3_0 || entry.value.sequence?.count != 1
            case "allOf", "oneOf", "anyOf": entry.value.sequence.map { $0.count > 1 } ?? false
            default: false
            }
        }
    }

    private mutating func enumUse(
        _ values: EnumValues, _ rest: inout Unconsumed, _ hint: NameHint, _ nest: inout Nest
    ) -> SchemaUse {
        let name = nest.name(hint, &self)
        var enumeration = enumeration(DeclarationHead(name), &rest, values, scope: nest.scope)
        let use = SchemaUse(.named(name), enumeration.keywords)
        enumeration.keywords = SchemaKeywords()
        nest.types.append(.enumeration(enumeration))
        return use
    }
}

extension Mapping.Entry {
    /// Returns whether the keyword has its default value.
    fileprivate func isStatedDefault(_ version: OpenAPIVersion) -> Bool {
        switch value.value {
        case .sequence(let elements): elements.isEmpty && key == "required"
        case .bool(false):
            version == .v3_0 && (key == "nullable" || key == "exclusiveMinimum" || key == "exclusiveMaximum")
        default: false
        }
    }
}
