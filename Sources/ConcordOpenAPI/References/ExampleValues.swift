import ConcordYAML

extension ReferenceResolver {
    /// Returns the values of examples, first the unnamed one, then those of the named ones that state data.
    package func values(_ example: Node?, _ examples: ObjectMap<Example>) -> [Node] {
        (example.map { [$0] } ?? []) + examples.compactMap { resolved($0.value).data }
    }
}
