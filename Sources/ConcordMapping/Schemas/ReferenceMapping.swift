import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// A reference, and what stands beside it or around it.
    mutating func reference(_ pointer: String, _ use: SchemaUse) -> Node {
        let reference: Node = .mapping(Mapping([.init("$ref", .string(pointer))]))
        var others = ObjectBuilder()
        apply(use.keywords, documentation: use.documentation, to: &others)
        let stated = use.keywords.symbol(.ref).flatMap(SchemaSettingsDeclaration.ReferenceForm.init)
        if others.isEmpty, stated == nil || stated == .siblings { return reference }
        let form = stated ?? settings.reference ?? version.referenceForm
        switch form {
        case .siblings: others["$ref"] = .string(pointer)
        case .branch: return .mapping(["allOf": .sequence([reference, others.ordered(.schema)])])
        case .allOf, .anyOf, .oneOf: others[form.rawValue] = .sequence([reference])
        }
        return others.node
    }
}

extension SchemaKeywords {
    /// The word stated for `null` or `ref`.
    func symbol(_ keyword: Keyword) -> String? {
        if case .symbol(let symbol) = self[keyword] { symbol } else { nil }
    }
}

extension Scaffolder {
    /// A use of a component's type: `$ref` alone, with siblings, or as the one branch of a composition.
    mutating func referenceUse(_ mapping: Mapping, place: SchemaPlace) -> SchemaUse? {
        var rest = Unconsumed(mapping)
        let form: SchemaSettingsDeclaration.ReferenceForm
        let pointer: String
        if let text = rest.takeText("$ref") {
            (form, pointer) = (.siblings, text)
        } else if let (text, branch) = Self.describedReference(mapping) {
            (form, pointer) = (.branch, text)
            rest = Unconsumed(branch)
        } else if let (wrapper, text) = Self.onlyBranch(mapping) {
            rest.take(wrapper.rawValue)
            (form, pointer) = (wrapper, text)
        } else {
            return nil
        }
        let isPlain = rest.isEmpty && form == .siblings
        var use = SchemaUse(.named("JSON"))
        if let name = componentNames.type(at: pointer) {
            use.type = .named(name)
            markUsed(name)
            if pointer != canonicalPointer(pointer) { use.keywords[.ref] = .literal(.string(pointer)) }
        } else {
            use.keywords[.ref] = .literal(.string(pointer))
        }
        let isTextual = use.keywords[.ref] != nil
        if isTextual, form != (settings.reference ?? version.referenceForm), !isPlain { return nil }
        if form != .siblings, let type = rest.takeText("type") { use.keywords[.type] = .literal(.string(type)) }
        takeKeywords(&rest, into: &use)
        if !isTextual, let nullable = nullableReference(&rest, form) { use.type = nullable(use.type) }
        let saysNothing = use.keywords.isEmpty && use.documentation == nil
        if !isPlain, !isTextual,
            form != (settings.reference ?? version.referenceForm) || (saysNothing && form != .siblings)
        {
            use.keywords[.ref] = .symbol(form.rawValue)
        }
        // What is left belongs beside the reference, not into a branch.
        if form == .branch, !rest.isEmpty || isTextual { return nil }
        use.fragments = rest.fragments
        return use
    }

    /// A reference among branches that tell about the use and restrict nothing: the type is the component's, and a
    /// fragment states the list.
    mutating func annotatedReferenceUse(_ mapping: Mapping) -> SchemaUse? {
        guard let branches = mapping["allOf"]?.sequence, branches.count > 1 else { return nil }
        let pointers = branches.compactMap { $0["$ref"]?.string }
        let others = branches.filter { $0["$ref"] == nil }
        guard pointers.count == 1, others.count == branches.count - 1, pointers[0] == canonicalPointer(pointers[0]),
            let name = componentNames.type(at: pointers[0]),
            others.allSatisfy({ $0.mapping?.allSatisfy { $0.key == "nullable" || $0.key.isAnnotation } ?? false })
        else { return nil }
        markUsed(name)
        var use = SchemaUse(.named(name), fragments: [Fragment(.mapping(mapping))])
        use.keywords[.ref] = .symbol(SchemaSettingsDeclaration.ReferenceForm.allOf.rawValue)
        return use
    }

    /// `nullable: true` beside a reference, in 3.0.
    private func nullableReference(
        _ rest: inout Unconsumed, _ form: SchemaSettingsDeclaration.ReferenceForm
    ) -> ((TypeExpression) -> TypeExpression)? {
        guard version == .v3_0, nullForm == .type || nullForm == .flag, rest.take("nullable", equalTo: .bool(true))
        else { return nil }
        return { .named("Nullable", arguments: [$0]) }
    }

    /// `allOf: [$ref, {description: …}]`: a reference, and what is said of this use in a branch of its own.
    private static func describedReference(_ mapping: Mapping) -> (pointer: String, branch: Mapping)? {
        guard mapping.count == 1, let branches = mapping["allOf"]?.sequence, branches.count == 2,
            let first = branches[0].mapping, first.count == 1, let pointer = first["$ref"]?.string,
            let branch = branches[1].mapping, !branch.isEmpty
        else { return nil }
        let isSayable = branch.allSatisfy { entry in
            Keyword(rawValue: entry.key).map { $0.isAnnotation && $0 != .required && $0 != .default } ?? false
        }
        return isSayable ? (pointer, branch) : nil
    }

    private static func onlyBranch(_ mapping: Mapping) -> (SchemaSettingsDeclaration.ReferenceForm, String)? {
        for form in [SchemaSettingsDeclaration.ReferenceForm.allOf, .anyOf, .oneOf] {
            guard let branches = mapping[form.rawValue]?.sequence else { continue }
            guard branches.count == 1, let branch = branches[0].mapping, branch.count == 1,
                let pointer = branch["$ref"]?.string
            else { return nil }
            let isAlone = ["allOf", "anyOf", "oneOf", "$ref", "properties", "required", "discriminator"]
                .allSatisfy { $0 == form.rawValue || mapping[$0] == nil }
            let isScalar =
                mapping["type"].map { ["string", "integer", "number", "boolean"].contains($0.string) } ?? true
            return isAlone && isScalar ? (form, pointer) : nil
        }
        return nil
    }

    func canonicalPointer(_ pointer: String) -> String? {
        componentNames.wireName(at: pointer).map { Generator.pointer("schemas", $0) }
    }
}

extension String {
    /// Whether the key is a keyword that restricts nothing.
    fileprivate var isAnnotation: Bool { Keyword(rawValue: self)?.isAnnotation ?? false }
}
