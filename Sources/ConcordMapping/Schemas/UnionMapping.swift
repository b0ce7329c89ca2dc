import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the schema of an enum with associated values.
    mutating func node(_ union: UnionDeclaration, scope: [String]) -> Node {
        var builder = ObjectBuilder()
        let branches = union.cases.map { branch($0, scope: scope) }
        if union.form != .type {
            builder[union.form.rawValue] = .sequence(branches)
        } else if version == .v3_0 {
            builder["anyOf"] = .sequence(branches)
        } else {
            addTypes(branches, to: &builder)
        }
        if let discriminator = union.discriminator {
            builder["discriminator"] = node(discriminator, of: union, scope: scope)
        }
        apply(union.keywords, documentation: union.head.documentation, to: &builder)
        return finished(builder.node, union.keywords, union.head.fragments)
    }

    private mutating func branch(_ branch: UnionDeclaration.Case, scope: [String]) -> Node {
        schema(
            SchemaUse(
                branch.payload ?? .named("Null"), branch.keywords, documentation: branch.head.documentation,
                fragments: branch.head.fragments), in: scope, at: branch.head.mark)
    }

    /// Adds `type: [string, integer]`, with the other keywords of all branches beside it.
    private func addTypes(_ branches: [Node], to builder: inout ObjectBuilder) {
        var types: [Node] = []
        for branch in branches {
            for entry in branch.mapping?.entries ?? [] {
                if entry.key == "type" {
                    types.append(entry.value)
                } else {
                    builder[entry.key] = entry.value
                }
            }
        }
        builder["type"] = .sequence(types)
    }
}

extension Scaffolder {
    /// Returns whether a schema is a union and no other keyword needs a struct.
    static func isUnion(_ mapping: Mapping) -> Bool {
        let forms = ["oneOf", "anyOf"].filter { mapping[$0]?.sequence?.isEmpty == false }
        guard forms.count == 1, mapping[forms[0] == "oneOf" ? "anyOf" : "oneOf"] == nil else { return false }
        guard mapping["allOf"] == nil, mapping["$ref"] == nil, mapping["properties"] == nil, mapping["items"] == nil,
            mapping["enum"] == nil, mapping["const"] == nil
        else { return false }
        guard let type = mapping["type"] else { return mapping["required"] == nil }
        return type.string == "object" && mapping["required"] == nil && mapping["additionalProperties"] == nil
    }

    /// Returns the enum for a union.
    mutating func union(_ head: DeclarationHead, _ rest: inout Unconsumed, scope: [String]) -> UnionDeclaration {
        var union = UnionDeclaration(head)
        var nest = Nest(scope: scope + [head.name], isSchema: true)
        union.form = rest.node("oneOf") == nil ? .anyOf : .oneOf
        if let type = rest.takeText("type") { union.keywords[.type] = .literal(.string(type)) }
        addCases(rest.take(union.form.rawValue)?.sequence ?? [], to: &union, &nest)
        takeDiscriminator(&rest, into: &union)
        finish(&union, &rest, nest)
        return union
    }

    /// Returns the enum for `type: [string, integer]`.
    mutating func typeUnion(_ head: DeclarationHead, _ rest: inout Unconsumed, scope: [String]) -> UnionDeclaration? {
        guard let types = rest.node("type")?.sequence?.compactMap(\.string), types.count > 1,
            types.allSatisfy({ ["string", "integer", "number", "boolean", "null", "object", "array"].contains($0) })
        else { return nil }
        rest.take("type")
        var union = UnionDeclaration(head, form: .type)
        var nest = Nest(scope: scope + [head.name], isSchema: true)
        let branches = types.map { type -> Node in
            var branch = Mapping([.init("type", .string(type))])
            if type == "array", let items = rest.take("items") { branch["items"] = items }
            if type == "object" {
                for key in ["properties", "required", "additionalProperties"] {
                    if let node = rest.take(key) { branch[key] = node }
                }
            }
            return .mapping(branch)
        }
        addCases(branches, to: &union, &nest)
        finish(&union, &rest, nest)
        return union
    }

    private mutating func finish(_ union: inout UnionDeclaration, _ rest: inout Unconsumed, _ nest: Nest) {
        var use = SchemaUse(.named("JSON"), union.keywords)
        takeKeywords(&rest, into: &use)
        union.keywords = use.keywords
        union.head.documentation = use.documentation
        union.head.fragments = rest.fragments
        union.nested = nest.types
    }

    /// Returns the word from which the name of an inline branch is derived. It depends on the content, because the
    /// position changes when another branch is inserted before it.
    private static func branchName(_ branch: Node) -> (word: String, isDistinct: Bool) {
        distinctiveName(branch).map { ($0, true) } ?? (commonName(branch), false)
    }

    private static func commonName(_ branch: Node) -> String {
        if branch["enum"] != nil { return "known value" }
        let required = branch["required"]?.sequence?.first?.string
        if let property = required ?? branch["properties"]?.mapping?.keys.first, !property.isEmpty {
            return "with " + property
        }
        return branch["format"]?.string ?? branch["type"]?.string.map { $0 + " option" } ?? "option"
    }

    /// Returns the title of a branch, or the constant that distinguishes it from the others.
    private static func distinctiveName(_ branch: Node) -> String? {
        if let title = branch["title"]?.string, !title.isEmpty { return title }
        let required = Set(branch["required"]?.sequence?.compactMap(\.string) ?? [])
        for property in branch["properties"]?.mapping?.entries ?? [] where required.contains(property.key) {
            let values = property.value["enum"]?.sequence
            let constant = property.value["const"] ?? (values?.count == 1 ? values?.first : nil)
            if let text = constant?.string, !text.isEmpty { return text }
        }
        return nil
    }

    private mutating func addCases(_ branches: [Node], to union: inout UnionDeclaration, _ nest: inout Nest) {
        let place = GivenNames.Place(type: nest.scope, kind: .branches)
        let places = BranchPlaces(branches, calledAfter: Self.branchName, keeping: earlierNames.branches(of: place))
        var names = NameTable(keeping: earlierNames[.members(of: nest.scope)])
        union.cases = nest.inOrder(places.order) { unionCase(places.branches[$0], &names, &$1) }
        givenNames?.note(places.branches, of: place)
        givenNames?.note(names, of: .members(of: nest.scope))
    }

    private mutating func unionCase(
        _ branch: NamedBranch, _ names: inout NameTable, _ nest: inout Nest
    ) -> UnionDeclaration.Case {
        let key = NameKey.unnamed(branch.place)
        if branch.node == version.nullSchema {
            return .init(DeclarationHead(names.property("null", for: key)), payload: nil)
        }
        var use = use(of: branch.node, branch.hint, &nest, isBranch: true)
        if let value = use.initialValue, let literal = Literal(value) { use.keywords[.default] = .literal(literal) }
        let name = names.property(nest.withoutScope(SwiftName.caseName(of: use.type)), of: use.type, for: key)
        return .init(
            DeclarationHead(name, documentation: use.documentation, fragments: use.fragments), payload: use.type,
            keywords: use.keywords)
    }
}
