import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Scaffolder {
    /// Returns the declaration at file level for a named schema.
    mutating func component(_ wireName: String, type name: String, _ node: Node) -> TypeDeclaration {
        var head = DeclarationHead(name)
        if Generator.componentName(head) != wireName { head.wireName = wireName }
        if circularReferences.contains(wireName) {
            head.fragments = [Fragment(node)]
            return .alias(AliasDeclaration(head, type: .named("JSON")))
        }
        if let mapping = node.mapping {
            let sparse = withoutStatedDefaults(mapping)
            let place = place(ofComponent: wireName)
            if let declaration = structured(head, sparse, place: place) { return declaration }
        }
        return scalarComponent(head, node, place: wholeBodyComponents.contains(wireName) ? .wholeBody : .value)
    }

    /// Returns the place of the values of a component, or of its properties.
    func place(ofComponent wireName: String) -> SchemaPlace {
        formComponents.contains(wireName) ? .formPart : wholeBodyComponents.contains(wireName) ? .wholeBody : .value
    }

    /// Returns a struct or enum if the schema is an object, a composition, a union, or an enum.
    private mutating func structured(
        _ head: DeclarationHead, _ mapping: Mapping, place: SchemaPlace
    ) -> TypeDeclaration? {
        if mapping["$ref"] != nil { return nil }
        var rest = Unconsumed(mapping)
        if isSingleReference(mapping) { return nil }
        if let declaration = remarked(head, mapping, place: place) { return declaration }
        let nullable = takeNullable(&rest)
        let bare = rest.mapping
        if let enumeration = enumComponent(head, &rest) {
            return Self.restoring(nullable, .enumeration(enumeration))
        }
        if isComposition(bare) {
            return Self.restoring(nullable, .serializer(composition(head, &rest, scope: [])))
        }
        if Self.isUnion(bare) { return Self.restoring(nullable, .union(union(head, &rest, scope: []))) }
        if Self.isObject(bare) {
            return Self.restoring(nullable, .serializer(serializer(head, &rest, scope: [], place: place)))
        }
        if version != .v3_0, (bare["type"]?.sequence?.count ?? 0) > 1, let union = typeUnion(head, &rest, scope: []) {
            return .union(union)
        }
        return nil
    }

    /// Returns the type for `allOf: [{type: object, …}, {description: …}]`: the type of the first branch, with the
    /// others in `.allOf`.
    private mutating func remarked(
        _ head: DeclarationHead, _ mapping: Mapping, place: SchemaPlace
    ) -> TypeDeclaration? {
        guard mapping.count == 1, let branches = mapping["allOf"]?.sequence, branches.count > 1,
            let first = branches[0].mapping, first["$ref"] == nil, first["allOf"] == nil
        else { return nil }
        let remarks = branches.dropFirst().compactMap(\.mapping)
        guard remarks.count == branches.count - 1, remarks.allSatisfy({ isRemark($0) }),
            let declaration = structured(head, withoutStatedDefaults(first), place: place),
            declaration.head.fragments.isEmpty
        else { return nil }
        return declaration.stating(.allOf, .schemas(remarks.map { untypedSchema($0) }))
    }

    private func isSingleReference(_ mapping: Mapping) -> Bool {
        ["allOf", "anyOf", "oneOf"].contains { key in
            guard let branches = mapping[key]?.sequence, branches.count == 1, let branch = branches[0].mapping else {
                return false
            }
            return branch.count == 1 && branch["$ref"] != nil && mapping["properties"] == nil
                && mapping["required"] == nil
                && mapping["type"] == nil && mapping["discriminator"] == nil
        }
    }

    /// Adds an argument for a schema that allows null, because a Swift type can't express it.
    private static func restoring(
        _ nullable: SchemaSettingsDeclaration.NullForm?, _ declaration: TypeDeclaration
    ) -> TypeDeclaration {
        nullable.map { declaration.stating(.null, .symbol($0.rawValue)) } ?? declaration
    }

    private mutating func enumComponent(_ head: DeclarationHead, _ rest: inout Unconsumed) -> EnumDeclaration? {
        guard let values = EnumValues(rest.mapping, version) else { return nil }
        var enumeration = enumeration(head, &rest, values, scope: [])
        var use = SchemaUse(.named("JSON"), enumeration.keywords)
        takeKeywords(&rest, into: &use)
        enumeration.keywords = use.keywords
        enumeration.head.documentation = use.documentation
        enumeration.head.fragments = rest.fragments
        enumeration.hasAttribute = head.wireName != nil || !use.keywords.isEmpty
        return enumeration
    }

    /// Returns an alias if no constraints must be validated, or a struct around a `rawValue` otherwise. A struct is
    /// also used if a nested type must be declared.
    private mutating func scalarComponent(
        _ head: DeclarationHead, _ node: Node, place: SchemaPlace
    ) -> TypeDeclaration {
        var nest = Nest(scope: [head.name], isSchema: true)
        let use = use(of: node, NameHint("Value"), &nest, place: place)
        var head = head
        head.documentation = use.documentation
        head.fragments = use.fragments
        let isReference = use.type.path.map { $0.count == 1 && componentNames.isSchema($0[0]) } ?? false
        let isWrapper =
            !nest.types.isEmpty || (use.keywords.hasConstraints && !isReference)
            || use.type == .named("JSON") && !use.keywords.isEmpty
        if isWrapper {
            return .wrapper(WrapperDeclaration(head, keywords: use.keywords, type: use.type, nested: nest.types))
        }
        return .alias(AliasDeclaration(head, keywords: use.keywords, type: use.type))
    }
}

extension TypeDeclaration {
    /// Returns the declaration with one more keyword.
    fileprivate func stating(_ keyword: Keyword, _ value: SchemaKeywords.Value) -> TypeDeclaration {
        switch self {
        case .serializer(var declaration):
            declaration.keywords[keyword] = value
            return .serializer(declaration)
        case .union(var declaration):
            declaration.keywords[keyword] = value
            return .union(declaration)
        case .enumeration(var declaration):
            declaration.keywords[keyword] = value
            declaration.hasAttribute = true
            return .enumeration(declaration)
        default: return self
        }
    }
}
