import ConcordDeclarations
import ConcordYAML

extension Generator {
    /// Returns the object for a value.
    mutating func node(_ object: ValueObject) -> Node {
        var builder = ObjectBuilder()
        for field in object.fields {
            switch field.value {
            case .literal(let literal): builder[field.key] = Node(literal)
            case .object(let inner): builder[field.key] = node(inner)
            case .objects(let named):
                builder[field.key] = .mapping(Mapping(named.map { .init($0.name, node($0.object)) }))
            }
        }
        return merged(builder.node, object.fragment.map { [$0] } ?? [])
    }
}

extension Scaffolder {
    /// Returns the value for an object, or `nil` if the node isn't an object. Keys without an argument remain in a
    /// fragment.
    mutating func valueObject(_ shape: ValueShape, _ node: Node) -> ValueObject? {
        guard let mapping = node.mapping else { return nil }
        var rest = Unconsumed(mapping)
        var object = ValueObject(shape)
        for parameter in shape.parameters {
            guard let value = rest.node(parameter.key), let field = self.value(parameter.kind, value) else { continue }
            rest.take(parameter.key)
            object.fields.append(.init(parameter.key, field))
        }
        object.fragment = rest.fragment
        return object
    }

    /// Returns the values for an array of objects, or `nil` if an element isn't an object.
    mutating func valueObjects(_ shape: ValueShape, _ node: Node) -> [ValueObject]? {
        guard let elements = node.sequence else { return nil }
        let objects = elements.compactMap { valueObject(shape, $0) }
        return objects.count == elements.count ? objects : nil
    }

    private mutating func value(_ kind: ValueShape.Kind, _ node: Node) -> ValueObject.Value? {
        switch kind {
        case .text, .word: return node.string.map { .literal(.string($0)) }
        case .flag: return node.bool.map { .literal(.boolean($0)) }
        case .literal: return Literal(node).map(ValueObject.Value.literal)
        case .texts:
            guard let texts = node.sequence, !texts.isEmpty, texts.allSatisfy({ $0.string != nil }) else { return nil }
            return Literal(node).map(ValueObject.Value.literal)
        case .textMap:
            guard let entries = node.mapping, entries.allSatisfy({ $0.value.string != nil }) else { return nil }
            return Literal(node).map(ValueObject.Value.literal)
        case .literalMap: return node.mapping.flatMap { _ in Literal(node).map(ValueObject.Value.literal) }
        case .object(let shape): return valueObject(shape, node).map(ValueObject.Value.object)
        case .objectMap(let shape):
            guard let entries = node.mapping else { return nil }
            let named = entries.entries.compactMap { entry in
                valueObject(shape, entry.value).map { ValueObject.NamedObject(entry.key, $0) }
            }
            return named.count == entries.count ? .objects(named) : nil
        }
    }
}
