import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the schema of a use with `.allOf(Schema(…), …)`. The use itself is the first branch. If it is already an
    /// array of branches, the others are appended.
    mutating func branched(
        _ use: SchemaUse, _ branches: [InnerSchema], in scope: [String], at mark: SourceMark
    ) -> Node {
        var own = use
        own.keywords[.allOf] = nil
        own.fragments = []
        let isReference = own.type.path.flatMap { symbols.find($0, in: scope) }.map {
            $0.isFileLevel && Self.schemaName($0.declaration) != nil
        }
        let isList = isReference == true || own.keywords.referenceForm != nil
        return adding(branches, to: schema(own, in: scope, at: mark), isList: isList)
    }

    private mutating func adding(_ branches: [InnerSchema], to node: Node, isList: Bool) -> Node {
        let further = branches.map { schema($0) }
        var builder = ObjectBuilder(node)
        guard isList, let list = builder["allOf"]?.sequence else {
            return .mapping(["allOf": .sequence([node] + further)])
        }
        builder["allOf"] = .sequence(list + further)
        return builder.node
    }

    /// Returns the schema of a declared type after applying `null:`, `allOf:`, and fragments.
    mutating func finished(
        _ node: Node, _ keywords: SchemaKeywords, _ fragments: [Fragment], isList: Bool = false
    ) -> Node {
        var node = admittingNull(node, keywords)
        if let branches = keywords.schemas(.allOf) {
            let first = KeyOrder.schema.ordered(node)
            node = adding(branches, to: first, isList: isList)
        }
        let result = merged(node, fragments)
        return KeyOrder.schema.ordered(result)
    }
}

extension Scaffolder {
    /// Returns the use for `allOf: [T, {description: …}, {nullable: true}]`: a type, and branches that describe its
    /// use.
    mutating func branchedUse(
        _ mapping: Mapping, _ hint: NameHint, _ nest: inout Nest, place: SchemaPlace
    ) -> SchemaUse? {
        var rest = Unconsumed(mapping)
        guard let branches = rest.take("allOf")?.sequence, let first = branches.first?.mapping else { return nil }
        let others = branches.dropFirst().compactMap(\.mapping)
        guard others.count == branches.count - 1, others.allSatisfy({ isRemark($0) }) else { return nil }
        let nullable = takeNullable(&rest)
        guard isRemark(rest.mapping), rest.node("type") == nil,
            var use = first["$ref"] == nil
                ? inlineBranch(.mapping(first), others, &rest, hint, &nest, place: place)
                : referenceBranch(first, others, &rest)
        else { return nil }
        if let nullable {
            use.type = .named("Nullable", arguments: [use.type])
            if nullable != nullForm { use.keywords[.null] = .symbol(nullable.rawValue) }
        }
        use.fragments = rest.fragments
        return use
    }

    /// Returns whether a branch only restricts or annotates a value, without a structure that needs a type.
    func isRemark(_ branch: Mapping) -> Bool {
        branch.allSatisfy { entry in
            if let keyword = Keyword(rawValue: entry.key) {
                switch keyword {
                case .items, .additionalProperties, .propertyNames, .prefixItems, .allOf, .anyOf, .oneOf, .requires,
                    .required, .null, .ref:
                    return false
                case .type: return entry.value != "object" && entry.value != "array"
                default: return true
                }
            }
            return entry.key == "nullable" || entry.key.hasPrefix("x-")
        }
    }

    /// Returns the use for a first branch that is a component. The keywords of the use are beside `allOf` or in its
    /// second branch.
    private mutating func referenceBranch(_ first: Mapping, _ others: [Mapping], _ rest: inout Unconsumed) -> SchemaUse?
    {
        guard first.count == 1, let pointer = first["$ref"]?.string, pointer == canonicalPointer(pointer),
            let name = componentNames.type(at: pointer), !others.isEmpty
        else { return nil }
        markUsed(name)
        var use = SchemaUse(.named(name))
        var remarks = others[...]
        takeKeywords(&rest, into: &use)
        let isBeside = !use.isBare
        if !isBeside { takeRemark(&remarks, into: &use) }
        let form: SchemaSettingsDeclaration.ReferenceForm = isBeside ? .allOf : .branch
        if !use.isBare, form != (settings.reference ?? version.referenceForm) {
            use.keywords[.ref] = .symbol(form.rawValue)
        }
        state(remarks, in: &use)
        return use
    }

    /// Returns the use for a first branch that is an inline schema. If it is a nested type, the keywords of the use are
    /// in the second branch. If it is a scalar, they are in its own schema.
    private mutating func inlineBranch(
        _ first: Node, _ others: [Mapping], _ rest: inout Unconsumed, _ hint: NameHint, _ nest: inout Nest,
        place: SchemaPlace
    ) -> SchemaUse {
        let count = nest.types.count
        var use = self.use(of: first, hint, &nest, place: place)
        let isBeside = others.isEmpty || rest.keywordCount > 0
        var isNested = nest.types.count > count && nest.types.last?.head.name == use.type.path?.last && use.isBare
        if !isNested, isBeside || !use.isSayableInBranch {
            enclose(&use, hint, &nest)
            isNested = true
        } else if case .named("Nullable", let arguments) = use.type, let wrapped = arguments.first {
            use.type = wrapped
            use.keywords[.null] = .symbol(nullForm.rawValue)
        }
        var remarks = others[...]
        if isBeside {
            takeKeywords(&rest, into: &use)
            use.keywords[.ref] = .symbol(SchemaSettingsDeclaration.ReferenceForm.allOf.rawValue)
        } else if isNested {
            takeRemark(&remarks, into: &use)
            if !use.isBare { use.keywords[.ref] = .symbol(SchemaSettingsDeclaration.ReferenceForm.branch.rawValue) }
        }
        state(remarks, in: &use)
        return use
    }

    /// Moves the keywords of a scalar, array, or enum to a nested type, so that its use has none.
    private mutating func enclose(_ use: inout SchemaUse, _ hint: NameHint, _ nest: inout Nest) {
        if case .enumeration(var enumeration)? = nest.types.last, use.type == .named(enumeration.head.name) {
            enumeration.head.documentation = use.documentation
            enumeration.head.fragments += use.fragments
            enumeration.keywords = use.keywords
            enumeration.hasAttribute = true
            nest.types[nest.types.count - 1] = .enumeration(enumeration)
        } else {
            let name = nest.name(hint, &self)
            let head = DeclarationHead(name, documentation: use.documentation, fragments: use.fragments)
            nest.types.append(.wrapper(WrapperDeclaration(head, keywords: use.keywords, type: use.type)))
            use.type = .named(name)
        }
        use = SchemaUse(use.type)
    }

    private mutating func takeRemark(_ remarks: inout ArraySlice<Mapping>, into use: inout SchemaUse) {
        guard let remark = remarks.first, !remark.isEmpty, Self.isSaidOfUse(remark) else { return }
        remarks.removeFirst()
        var rest = Unconsumed(remark)
        takeKeywords(&rest, into: &use)
    }

    private mutating func state(_ remarks: ArraySlice<Mapping>, in use: inout SchemaUse) {
        if !remarks.isEmpty { use.keywords[.allOf] = .schemas(remarks.map { untypedSchema($0) }) }
    }
}

extension Unconsumed {
    /// The number of remaining keys that aren't extensions.
    fileprivate var keywordCount: Int { mapping.entries.count { !$0.key.hasPrefix("x-") } }
}

extension SchemaUse {
    /// Whether the keywords can be used beside `allOf:`, which adds further branches.
    fileprivate var isSayableInBranch: Bool {
        fragments.isEmpty && [.ref, .allOf, .null].allSatisfy { keywords[$0] == nil }
    }
}
