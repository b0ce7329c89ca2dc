import ConcordDeclarations
import ConcordOutline
import ConcordYAML

extension Scaffolder {
    /// Returns whether `allOf` can be a struct: every branch is an object, a reference, or a composition of these.
    func isComposition(_ mapping: Mapping) -> Bool {
        guard let branches = mapping["allOf"]?.sequence, !branches.isEmpty else { return false }
        if let type = mapping["type"], type.string != "object" { return false }
        guard mapping["$ref"] == nil, mapping["items"] == nil, mapping["enum"] == nil else { return false }
        let parts = withoutRemarks(branches)
        return parts.allSatisfy { branch in
            guard let branch = branch.mapping else { return false }
            if let pointer = branch["$ref"]?.string { return componentNames.type(at: pointer) != nil }
            if branch["type"]?.string == "object" || branch["properties"] != nil || branch["required"] != nil {
                return true
            }
            return isComposition(branch) || Self.isUnion(branch)
        }
    }

    /// Returns the branches without trailing annotations, as long as at least two remain for the struct.
    private func withoutRemarks(_ branches: [Node]) -> ArraySlice<Node> {
        let remarks = branches.reversed().prefix { $0.mapping.map { isRemark($0) } ?? false }
        return branches.count - remarks.count > 1 ? branches.dropLast(remarks.count) : branches[...]
    }

    /// Returns the struct for a composition.
    mutating func composition(_ head: DeclarationHead, _ rest: inout Unconsumed, scope: [String])
        -> SerializerDeclaration
    {
        var serializer = SerializerDeclaration(head)
        var nest = Nest(scope: scope + [head.name], isSchema: true)
        let list = rest.take("allOf")?.sequence ?? []
        let branches = Array(withoutRemarks(list))
        let remarks = list.dropFirst(branches.count).compactMap(\.mapping)
        if !remarks.isEmpty { serializer.keywords[.allOf] = .schemas(remarks.map { untypedSchema($0) }) }
        let isTyped = rest.node("type") != nil
        let hasOwnBeside = Self.hasOwnBeside(rest)
        let ownIndex = hasOwnBeside ? nil : Self.ownBranch(branches, isTyped: isTyped)
        var names = memberNames(
            of: nest.scope, ownIndex.map { branches[$0]["properties"] } ?? rest.node("properties"))
        if hasOwnBeside { takeOwnBeside(&rest, into: &serializer, &names, &nest) }
        if rest.take("type", equalTo: "object") { serializer.keywords[.type] = .literal(.string("object")) }
        addParts(branches, own: ownIndex, to: &serializer, &names, &nest)
        takeAlternatives(&rest, into: &serializer, &names, &nest)
        takeRequirements(&rest, into: &serializer)
        takeDiscriminator(&rest, into: &serializer)
        takeTypeKeywords(&rest, into: &serializer)
        serializer.head.fragments = rest.fragments
        serializer.nested = nest.types
        givenNames?.note(names, of: .members(of: nest.scope))
        Self.abbreviate(&serializer)
        return serializer
    }

    private mutating func addParts(
        _ branches: [Node], own ownIndex: Int?, to serializer: inout SerializerDeclaration, _ names: inout NameTable,
        _ nest: inout Nest
    ) {
        let place = GivenNames.Place(type: nest.scope, kind: .parts)
        let places = BranchPlaces(
            branches, calledAfter: { _ in ("part", false) }, keeping: earlierNames.branches(of: place))
        let properties = nest.inOrder(places.order) { index, nest in
            index == ownIndex
                ? ownProperties(branches[index], of: &serializer, &names, &nest)
                : [partProperty(places.branches[index], &names, &nest)]
        }
        serializer.properties += properties.joined()
        givenNames?.note(places.branches, of: place)
    }

    private static func hasOwnBeside(_ rest: Unconsumed) -> Bool {
        rest.node("properties")?.mapping?.isEmpty == false || rest.node("required")?.sequence?.isEmpty == false
    }

    /// Takes the properties beside `allOf`.
    private mutating func takeOwnBeside(
        _ rest: inout Unconsumed, into serializer: inout SerializerDeclaration, _ names: inout NameTable,
        _ nest: inout Nest
    ) {
        serializer.propertiesBeside = true
        let required = takeRequired(&rest)
        addProperties(rest.node("properties")?.mapping ?? Mapping(), required: required, to: &serializer, &names, &nest)
        if rest.node("properties")?.mapping?.isEmpty == false { rest.take("properties") }
    }

    /// Returns the index of the only branch that has only properties. It can be untyped only if the whole schema is
    /// also untyped, because one keyword sets both.
    private static func ownBranch(_ branches: [Node], isTyped: Bool) -> Int? {
        guard branches.count > 1 else { return nil }
        if let index = branches.indices.last, isRequirement(branches[index].mapping ?? Mapping()), !isTyped,
            !branches.contains(where: { $0["properties"] != nil })
        {
            return index
        }
        let candidates = branches.indices.filter { index in
            guard let branch = branches[index].mapping, branch["properties"]?.mapping?.isEmpty == false else {
                return false
            }
            return branch.allSatisfy { ["type", "properties", "required"].contains($0.key) } && isObject(branch)
        }
        guard candidates.count == 1, let index = candidates.first, let branch = branches[index].mapping else {
            return nil
        }
        if isTyped, branch["type"] == nil { return nil }
        guard let required = branch["required"] else { return index }
        let names = required.sequence?.compactMap(\.string) ?? []
        return !names.isEmpty && Set(names).count == required.sequence?.count ? index : nil
    }

    private mutating func ownProperties(
        _ branch: Node, of serializer: inout SerializerDeclaration, _ names: inout NameTable, _ nest: inout Nest
    ) -> [PropertyDeclaration] {
        var own = Unconsumed(branch.mapping ?? Mapping())
        if !own.take("type", equalTo: "object"), serializer.keywords[.type] == nil {
            serializer.keywords[.type] = .silent
        }
        let required = takeRequired(&own)
        let count = serializer.properties.count
        addProperties(own.takeMapping("properties") ?? Mapping(), required: required, to: &serializer, &names, &nest)
        defer { serializer.properties.removeSubrange(count...) }
        return Array(serializer.properties[count...])
    }

    private mutating func partProperty(
        _ branch: NamedBranch, _ names: inout NameTable, _ nest: inout Nest
    ) -> PropertyDeclaration {
        var use = use(of: branch.node, branch.hint, &nest, isBranch: true)
        let name = names.property(
            use.type.path?.last ?? branch.word, of: use.type, for: .unnamed(branch.place))
        if let value = use.initialValue, let literal = Literal(value) { use.keywords[.default] = .literal(literal) }
        return PropertyDeclaration(
            DeclarationHead(name, documentation: use.documentation, fragments: use.fragments), role: .allOf,
            type: use.type, keywords: use.keywords)
    }

    /// Takes `oneOf` or `anyOf` beside properties or `allOf`.
    mutating func takeAlternatives(
        _ rest: inout Unconsumed, into serializer: inout SerializerDeclaration, _ names: inout NameTable,
        _ nest: inout Nest
    ) {
        let keywords = ["oneOf", "anyOf"].filter { rest.node($0) != nil }
        guard keywords.count == 1, let keyword = keywords.first, let branches = rest.node(keyword)?.sequence,
            branches.count > 1, branches.allSatisfy({ isTypedBranch($0) })
        else { return }
        rest.take(keyword)
        if serializer.keywords[.type] == .silent {
            serializer.keywords[.type] = nil
        } else if serializer.keywords[.type] == nil, !serializer.properties.contains(where: { $0.role == .allOf }) {
            serializer.keywords[.type] = .literal(.string("object"))
        }
        var union = Unconsumed(Mapping([.init(keyword, .sequence(branches))]))
        let name = names.property("alternative", for: .unnamed("alternative"))
        let typeName = nest.name(NameHint("Alternative", at: keyword), &self)
        let declaration = self.union(DeclarationHead(typeName), &union, scope: nest.scope)
        nest.types.append(.union(declaration))
        serializer.properties.append(
            PropertyDeclaration(
                DeclarationHead(name), role: keyword == "oneOf" ? .oneOf : .anyOf, type: .named(typeName)))
    }

    /// Takes `anyOf: [{required: […]}, …]`: branches that require some of the properties and have none of their own.
    mutating func takeRequirements(_ rest: inout Unconsumed, into serializer: inout SerializerDeclaration) {
        for keyword in [Keyword.anyOf, .oneOf] {
            guard let nodes = rest.node(keyword.rawValue)?.sequence, !nodes.isEmpty,
                nodes.allSatisfy({ isRequirementBranch($0) })
            else { continue }
            rest.take(keyword.rawValue)
            serializer.keywords[keyword] = .schemas(nodes.compactMap(\.mapping).map { untypedSchema($0) })
        }
    }

    private func isRequirementBranch(_ node: Node) -> Bool {
        guard let branch = node.mapping, requiredNames(branch["required"]) != nil else { return false }
        return branch.allSatisfy { $0.key == "required" || $0.key == "title" || $0.key == "description" }
    }

    private func isTypedBranch(_ node: Node) -> Bool {
        guard let branch = node.mapping else { return false }
        return branch["$ref"] != nil || branch["type"] != nil || branch["properties"] != nil || branch["allOf"] != nil
    }
}
