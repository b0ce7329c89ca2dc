import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns a reference, with the keywords of its use beside it or around it.
    mutating func reference(_ pointer: String, _ use: SchemaUse) -> Node {
        let reference: Node = .mapping(Mapping([.init("$ref", .string(pointer))]))
        let stated = use.keywords.referenceForm
        return placed(reference, use, stated ?? settings.reference ?? version.referenceForm, isStated: stated != nil)
    }

    /// Returns the schema of a type, with the keywords of its use beside it or around it.
    mutating func placed(
        _ node: Node, _ use: SchemaUse, _ form: SchemaSettingsDeclaration.ReferenceForm, isStated: Bool = true
    ) -> Node {
        var others = ObjectBuilder()
        apply(use.keywords, documentation: use.documentation, to: &others)
        if others.isEmpty, !isStated || form == .siblings { return node }
        switch form {
        case .siblings: for entry in node.mapping?.entries ?? [] { others[entry.key] = entry.value }
        case .branch: return .mapping(["allOf": .sequence([node, others.ordered(.schema)])])
        case .allOf, .anyOf, .oneOf: others[form.rawValue] = .sequence([node])
        }
        return others.node
    }
}

extension SchemaKeywords {
    /// The explicit place for the keywords of a use.
    var referenceForm: SchemaSettingsDeclaration.ReferenceForm? {
        symbol(.ref).flatMap(SchemaSettingsDeclaration.ReferenceForm.init)
    }

    /// Returns the symbol that is set for `null` or `ref`.
    func symbol(_ keyword: Keyword) -> String? {
        if case .symbol(let symbol) = self[keyword] { symbol } else { nil }
    }
}

extension Scaffolder {
    /// Returns the use of a component's type: `$ref` alone, with siblings, or as the only branch of a composition.
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
        if let type = rest.takeText("type") { use.keywords[.type] = .literal(.string(type)) }
        takeKeywords(&rest, into: &use)
        let isNullable = !isTextual && version == .v3_0 && rest.take("nullable", equalTo: .bool(true))
        let saysNothing = use.keywords.isEmpty && use.documentation == nil && !isNullable
        if isNullable {
            use.type = .named("Nullable", arguments: [use.type])
            if nullForm != .flag { use.keywords[.null] = .symbol(SchemaSettingsDeclaration.NullForm.flag.rawValue) }
        }
        if !isPlain, !isTextual,
            form != (settings.reference ?? version.referenceForm) || (saysNothing && form != .siblings)
        {
            use.keywords[.ref] = .symbol(form.rawValue)
        }
        // The remaining keys belong beside the reference, not in a branch.
        if form == .branch, !rest.isEmpty || isTextual { return nil }
        use.fragments = rest.fragments
        return use
    }

    /// Returns the reference and the second branch of `allOf: [$ref, {description: …}]`, which describes this use.
    private static func describedReference(_ mapping: Mapping) -> (pointer: String, branch: Mapping)? {
        guard mapping.count == 1, let branches = mapping["allOf"]?.sequence, branches.count == 2,
            let first = branches[0].mapping, first.count == 1, let pointer = first["$ref"]?.string,
            let branch = branches[1].mapping, !branch.isEmpty
        else { return nil }
        return isSaidOfUse(branch) ? (pointer, branch) : nil
    }

    /// Returns whether a branch has only annotations that a use can have.
    static func isSaidOfUse(_ branch: Mapping) -> Bool {
        branch.allSatisfy { entry in
            Keyword(rawValue: entry.key).map { $0.isAnnotation && $0 != .required && $0 != .default } ?? false
        }
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
