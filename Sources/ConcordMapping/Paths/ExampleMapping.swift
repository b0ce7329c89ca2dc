import ConcordDeclarations
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Adds `example` and `examples` of a parameter, header, or media type.
    mutating func addExamples(_ keywords: SchemaKeywords, to builder: inout ObjectBuilder) {
        if let example = keywords.literal(.example) { builder["example"] = Node(example) }
        switch keywords[.examples] {
        case .examples(let entries):
            builder["examples"] = .mapping(Mapping(entries.map { .init($0.name, node($0.object)) }))
        case .literals(let literals): builder["examples"] = .sequence(literals.map(Node.init))
        default: break
        }
    }

    /// Returns an inline object, or the reference to the component of a constant.
    mutating func node(_ use: ObjectUse, of shape: ValueShape = .example) -> Node {
        switch use {
        case .object(let object): return node(object)
        case .constant(let name, let mark):
            guard case .constant(let declaration)? = symbols.find([name], in: [])?.declaration,
                declaration.object.shape == shape
            else {
                let kind = shape == .example ? "example" : "link"
                error(
                    "unknown-\(kind)", "no \(kind) is named '\(name)'", at: mark,
                    help: symbols.names.filter { $0 != name }.nearest(to: name).map { "did you mean '\($0)'?" }
                        ?? "declare 'let \(name) = \(shape.rawValue)(…)' at file level")
                return .mapping(Mapping())
            }
            let section = TypeDeclaration.constant(declaration).section ?? ""
            return .mapping(
                Mapping([.init("$ref", .string(Self.pointer(section, declaration.head.effectiveWireName)))]))
        }
    }
}

extension Scaffolder {
    /// Takes `example` and `examples` of an object other than a schema.
    mutating func takeExamples(_ rest: inout Unconsumed, into keywords: inout SchemaKeywords) {
        if let literal = rest.node("example").flatMap(Literal.init) {
            rest.take("example")
            keywords[.example] = .literal(literal)
        }
        guard let mapping = rest.node("examples")?.mapping, !mapping.isEmpty else { return }
        guard let entries = objectUses(mapping, .example, in: .examples) else { return }
        rest.take("examples")
        keywords[.examples] = .examples(entries)
    }

    /// Returns the inline objects and references in a map of components, or `nil` if an entry is neither.
    mutating func objectUses(
        _ mapping: Mapping, _ shape: ValueShape, in section: ComponentNames.Section
    ) -> [NamedObjectUse]? {
        let entries = mapping.entries.compactMap { entry in
            objectUse(entry.value, shape, in: section).map { NamedObjectUse(entry.key, $0) }
        }
        return entries.count == mapping.count ? entries : nil
    }

    private mutating func objectUse(
        _ node: Node, _ shape: ValueShape, in section: ComponentNames.Section
    ) -> ObjectUse? {
        guard let mapping = node.mapping else { return nil }
        guard let pointer = mapping["$ref"]?.string else { return valueObject(shape, node).map { .object($0) } }
        guard mapping.count == 1, let name = componentNames.type(at: pointer, in: section),
            componentNames.wireName(at: pointer, in: section).map({ Generator.pointer(section.rawValue, $0) })
                == pointer
        else { return nil }
        return .constant(name)
    }
}
