import ConcordDeclarations
import ConcordYAML

extension Generator {
    /// Adds the `links` of a response.
    mutating func addLinks(_ links: [NamedObjectUse], to builder: inout ObjectBuilder) {
        guard !links.isEmpty else { return }
        builder["links"] = .mapping(Mapping(links.map { .init($0.name, node($0.object, of: .responseLink)) }))
    }
}

extension Scaffolder {
    /// Takes the `links` of a response.
    mutating func takeLinks(_ rest: inout Unconsumed) -> [NamedObjectUse] {
        guard let mapping = rest.node("links")?.mapping, !mapping.isEmpty,
            let links = objectUses(mapping, .responseLink, in: .links)
        else { return [] }
        rest.take("links")
        return links
    }
}
