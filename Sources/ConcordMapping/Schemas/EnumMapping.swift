import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

extension Generator {
    /// The schema of an enum with raw values.
    mutating func node(_ enumeration: EnumDeclaration) -> Node {
        var builder = ObjectBuilder()
        if let scalar = enumeration.rawType.path?.last.flatMap(ScalarType.named) {
            builder = ObjectBuilder(node(scalar))
        }
        builder["enum"] = .sequence(enumeration.cases.map { Node($0.value) })
        if enumeration.cases.contains(where: { $0.documentation != nil }) {
            builder["x-enum-descriptions"] = .sequence(enumeration.cases.map { .string($0.documentation ?? "") })
        }
        apply(enumeration.keywords, documentation: enumeration.head.documentation, to: &builder)
        let result = merged(builder.node, enumeration.head.fragments)
        return result.mapping.map { .mapping(KeyOrder.schema.sort($0)) } ?? result
    }
}

extension Scaffolder {
    /// The values of an `enum` that Swift can say as cases: of the schema's type, no two alike.
    static func enumValues(_ mapping: Mapping) -> (type: String, values: [Literal])? {
        guard let type = mapping["type"]?.string, let nodes = mapping["enum"]?.sequence, !nodes.isEmpty else {
            return nil
        }
        let values = nodes.compactMap(Literal.init)
        guard values.count == nodes.count, Set(values).count == values.count else { return nil }
        let isSound = values.allSatisfy { value in
            switch (type, value) {
            case ("string", .string): true
            case ("integer", .number(let text)): Int64(text).map { String($0) == text } ?? false
            case ("number", .number(let text)): Double(text).map { $0.isFinite } ?? false
            default: false
            }
        }
        let numbers = values.compactMap { if case .number(let text) = $0 { Double(text) } else { nil } }
        return isSound && Set(numbers).count == numbers.count ? (type, values) : nil
    }

    /// An enum for a schema with `enum`; the caller takes what is said beside it.
    mutating func enumeration(
        _ head: DeclarationHead, _ rest: inout Unconsumed, type: String, values: [Literal], scope: [String]
    ) -> EnumDeclaration {
        rest.take("type")
        rest.take("enum")
        var enumeration = EnumDeclaration(head, rawType: rawType(type, &rest))
        var names = NameTable()
        let descriptions = takeDescriptions(&rest, count: values.count)
        for (index, value) in values.enumerated() {
            let name = names.enumCase(value)
            enumeration.cases.append(.init(name, value, documentation: descriptions?[index]))
        }
        enumCases[(scope + [head.name]).joined(separator: ".")] = enumeration.cases
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

    /// `x-enum-descriptions`, where comments can hold them and some case has one.
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
