import ConcordDeclarations
import ConcordOutline
import ConcordYAML

extension Generator {
    /// `example` and `examples` of a parameter, a header or a media type.
    mutating func addExamples(_ keywords: SchemaKeywords, to builder: inout ObjectBuilder) {
        if let example = keywords.literal(.example) { builder["example"] = Node(example) }
        switch keywords[.examples] {
        case .examples(let entries):
            builder["examples"] = .mapping(Mapping(entries.map { .init($0.name, node($0.example)) }))
        case .literals(let literals): builder["examples"] = .sequence(literals.map(Node.init))
        default: break
        }
    }

    private mutating func node(_ use: SchemaKeywords.ExampleUse) -> Node {
        switch use {
        case .object(let object): return node(object)
        case .constant(let name, let mark):
            guard case .example(let declaration)? = symbols.find([name], in: [])?.declaration else {
                error(
                    "unknown-example", "no example named '\(name)' is declared", at: mark,
                    mend: symbols.names.nearest(to: name).map { "did you mean '\($0)'?" }
                        ?? "declare 'let \(name) = Example(…)' at file level")
                return .mapping(Mapping())
            }
            return .mapping(
                Mapping([.init("$ref", .string(Self.pointer("examples", declaration.head.effectiveWireName)))]))
        }
    }
}

extension Scaffolder {
    /// Takes `example` and `examples` of what is no schema.
    mutating func takeExamples(_ rest: inout Unconsumed, into keywords: inout SchemaKeywords) {
        if let literal = rest.node("example").flatMap(Literal.init) {
            rest.take("example")
            keywords[.example] = .literal(literal)
        }
        guard let mapping = rest.node("examples")?.mapping, !mapping.isEmpty else { return }
        let entries = mapping.entries.compactMap { entry in
            exampleUse(entry.value).map { SchemaKeywords.NamedExample(entry.key, $0) }
        }
        guard entries.count == mapping.count else { return }
        rest.take("examples")
        keywords[.examples] = .examples(entries)
    }

    private mutating func exampleUse(_ node: Node) -> SchemaKeywords.ExampleUse? {
        guard let mapping = node.mapping else { return nil }
        guard let pointer = mapping["$ref"]?.string else { return valueObject(.example, node).map { .object($0) } }
        guard mapping.count == 1, let name = componentNames.type(at: pointer, in: .examples),
            componentNames.wireName(at: pointer, in: .examples).map({ Generator.pointer("examples", $0) }) == pointer
        else { return nil }
        return .constant(name)
    }
}
