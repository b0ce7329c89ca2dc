import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the schema of an enum with raw values.
    mutating func node(_ enumeration: EnumDeclaration) -> Node {
        var builder = ObjectBuilder()
        if let scalar = enumeration.rawType.path?.last.flatMap(ScalarType.named) {
            builder = self.builder(scalar)
        }
        switch enumeration.form {
        case .enum:
            builder["enum"] = .sequence(enumeration.cases.map { Node($0.value) })
            if enumeration.cases.contains(where: { $0.documentation != nil }) {
                builder["x-enum-descriptions"] = .sequence(enumeration.cases.map { .string($0.documentation ?? "") })
            }
        case .oneOf, .anyOf:
            builder[enumeration.form.rawValue] = .sequence(enumeration.cases.map(branch))
        }
        apply(enumeration.keywords, documentation: enumeration.head.documentation, to: &builder)
        return finished(builder.node, enumeration.keywords, enumeration.head.fragments)
    }
}

extension Generator {
    /// Returns the branch for an enum value: `const`, or an `enum` with one value in OpenAPI 3.0.
    private func branch(_ value: EnumDeclaration.Case) -> Node {
        var builder = ObjectBuilder()
        builder.text("title", value.title)
        builder.text("description", value.description ?? value.documentation)
        if version == .v3_0 {
            builder["enum"] = .sequence([Node(value.value)])
        } else {
            builder["const"] = Node(value.value)
        }
        return builder.ordered(.schema)
    }
}

/// The values of a schema that Swift can declare as an enum: distinct values of the schema's type.
struct EnumValues {
    let type: String
    let isUntyped: Bool
    let form: EnumDeclaration.Form
    /// The cases without names, which a name table provides.
    let cases: [EnumDeclaration.Case]

    init?(_ mapping: Mapping, _ version: OpenAPIVersion) {
        guard let form = Self.form(of: mapping),
            !mapping.contains(where: { Self.excluded.contains($0.key) }),
            let nodes = mapping[form.rawValue]?.sequence, !nodes.isEmpty, nodes.count <= Self.most
        else { return nil }
        self.form = form
        isUntyped = mapping["type"] == nil
        if isUntyped, form != .enum { return nil }
        guard let type = isUntyped ? "string" : mapping["type"]?.string else { return nil }
        self.type = type
        let isPlain = form == .enum
        let cases = nodes.compactMap { isPlain ? Literal($0).map { .init("", $0) } : Self.branch($0, version) }
        guard cases.count == nodes.count, Self.isSound(cases.map(\.value), type) else { return nil }
        self.cases = cases
    }

    /// Returns the form of an enum in a schema, or `nil` if the schema has none or several.
    private static func form(of mapping: Mapping) -> EnumDeclaration.Form? {
        var found: EnumDeclaration.Form?
        for form in EnumDeclaration.Form.allCases where mapping.index(of: form.rawValue) != nil {
            if found != nil { return nil }
            found = form
        }
        return found
    }

    /// Keywords that a simple enum doesn't have.
    private static let excluded: Set<String> = ["allOf", "const", "properties", "items", "discriminator"]

    /// The maximum number of cases, so that the code compiles in reasonable time. Larger enums are written as a
    /// fragment.
    private static let most = 5_000

    /// Returns the case for a branch with one constant and an optional title and description.
    private static func branch(_ node: Node, _ version: OpenAPIVersion) -> EnumDeclaration.Case? {
        var rest = Unconsumed(node.mapping ?? Mapping())
        let title = rest.takeText("title")
        let text = rest.takeText("description")
        let constant =
            version == .v3_0 ? rest.take("enum")?.sequence.flatMap { $0.count == 1 ? $0[0] : nil } : rest.take("const")
        guard let value = constant.flatMap(Literal.init), rest.isEmpty else { return nil }
        let isComment = text.map(CommentText.canHold) ?? true
        return .init(
            "", value, title: title, documentation: isComment ? text : nil, description: isComment ? nil : text)
    }

    private static func isSound(_ values: [Literal], _ type: String) -> Bool {
        guard Set(values).count == values.count else { return false }
        let numbers = values.compactMap { if case .number(let text) = $0 { Double(text) } else { nil } }
        guard Set(numbers).count == numbers.count else { return false }
        return values.allSatisfy { value in
            switch (type, value) {
            case ("string", .string): true
            case ("integer", .number(let text)): Int64(text).map { String($0) == text } ?? false
            case ("number", .number(let text)): Double(text).map { $0.isFinite } ?? false
            default: false
            }
        }
    }
}

extension Scaffolder {
    /// Returns the enum for these values. The caller takes the other keywords.
    mutating func enumeration(
        _ head: DeclarationHead, _ rest: inout Unconsumed, _ values: EnumValues, scope: [String]
    ) -> EnumDeclaration {
        rest.take("type")
        rest.take(values.form.rawValue)
        var enumeration = EnumDeclaration(head, rawType: rawType(values.type, &rest), form: values.form)
        let variableNames = Self.variableNames(rest, count: values.cases.count)
        let descriptions = values.form == .enum ? takeDescriptions(&rest, count: values.cases.count) : nil
        let wishes = values.cases.enumerated().map { index, value in
            let title = value.title ?? variableNames?[index]
            return NameTable.Wish.enumCase(value.value, title: title.map { $0.isShouted ? $0.lowercased() : $0 })
        }
        let place = GivenNames.Place.members(of: scope + [head.name])
        var names = NameTable(keeping: earlierNames[place], for: wishes)
        for (index, value) in values.cases.enumerated() {
            var value = value
            value.name = names.name(wishes[index], for: wishes[index].key)
            value.documentation = value.documentation ?? descriptions?[index]
            enumeration.cases.append(value)
        }
        givenNames?.note(names, of: place)
        if values.isUntyped { enumeration.keywords[.type] = .silent }
        // Nested types have unique names too, so the name identifies the enum.
        enumCases[head.name] = Dictionary(uniqueKeysWithValues: enumeration.cases.map { ($0.value, $0.name) })
        return enumeration
    }

    private func rawType(_ type: String, _ rest: inout Unconsumed) -> TypeExpression {
        switch (type, rest.node("format")?.string) {
        case ("integer", "int32"), ("integer", "int64"), ("integer", "int16"), ("integer", "int8"):
            return .named(scalar(type: type, &rest, place: .value)?.name ?? "Int")
        case ("integer", _): return .named("Int")
        case ("number", _): return .named("Double")
        default: return .named("String")
        }
    }

    /// Returns `x-enum-varnames` or a similar extension with the names of the cases. It remains in the document.
    private static func variableNames(_ rest: Unconsumed, count: Int) -> [String]? {
        for key in ["x-enum-varnames", "x-enumNames", "x-enum-names"] {
            let names = rest.node(key)?.sequence?.compactMap(\.string) ?? []
            if names.count == count { return names }
        }
        return nil
    }

    /// Takes `x-enum-descriptions` if comments can contain them and at least one case has one.
    private func takeDescriptions(_ rest: inout Unconsumed, count: Int) -> [String?]? {
        guard let nodes = rest.node("x-enum-descriptions")?.sequence, nodes.count == count else { return nil }
        let texts = nodes.compactMap(\.string)
        guard texts.count == count, texts.allSatisfy({ $0.isEmpty || CommentText.canHold($0) }),
            texts.contains(where: { !$0.isEmpty })
        else { return nil }
        rest.take("x-enum-descriptions")
        return texts.map { $0.isEmpty ? nil : $0 }
    }
}

extension String {
    /// Whether the string has only uppercase letters, like constants in some languages.
    fileprivate var isShouted: Bool { self == uppercased() && self != lowercased() }
}
