import ConcordDeclarations
import ConcordGoldens
import ConcordInsertions
import ConcordMapping
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// Names in scaffolded Swift code don't move to other declarations when elements are inserted before them in the
/// document.
@Suite struct StayingNamesTests {
    /// The names of inserted elements don't collide, so no name moves, with or without a merge.
    @Test(arguments: try corpusDocuments())
    func stayWhenOthersComeBefore(_ file: URL) throws {
        let document = try #require(Document.read(path: file.path).document)
        var changed = document
        changed.node = Insertions().inserted(document.node)
        let old = DeclaredNames(of: Program.scaffold(document).program)
        let new = DeclaredNames(of: Program.scaffold(changed).program)
        #expect(old.moved(in: new).prefix(5) == [])
        #expect(new.named.keys.contains("/schema InsertedBefore") == (document.components?.schemas.isEmpty == false))
    }

    /// If the names of inserted elements may collide, a merge keeps the existing names.
    @Test(arguments: try corpusDocuments().filter { try Data(contentsOf: $0).count < 600_000 })
    func stayInAMerge(_ file: URL) throws {
        let document = try #require(Document.read(path: file.path).document)
        let (program, names) = Program.scaffoldWithNames(document)
        let old = DeclaredNames(of: program)
        for seed in UInt64(1)...2 {
            var insertions = RandomInsertions(seed: seed, rarity: 3)
            var changed = document
            changed.node = insertions.inserted(into: document.node)
            let new = DeclaredNames(of: Program.scaffold(changed, keeping: names).program)
            #expect(old.moved(in: new).prefix(50) == [], "after \(insertions.inserted.suffix(100))")
        }
    }
}

/// Inserts elements before the component schemas, their properties, and their values.
private struct Insertions {
    func inserted(_ node: Node) -> Node {
        var node = node
        guard var root = node.mapping else { return node }
        if var components = root["components"]?.mapping, var schemas = components["schemas"]?.mapping {
            for index in schemas.entries.indices { schemas.entries[index].value = schema(schemas.entries[index].value) }
            let new = Node.mapping(Mapping([.init("type", .string("string"))]))
            schemas = Mapping([.init("InsertedBefore", new)] + schemas.entries)
            components["schemas"] = .mapping(schemas)
            root["components"] = .mapping(components)
        }
        node = Node(.mapping(root), at: node.position)
        return node
    }

    private func schema(_ node: Node) -> Node {
        guard var mapping = node.mapping else { return node }
        if let properties = mapping["properties"]?.mapping, !properties.isEmpty {
            let new = Node.mapping(Mapping([.init("type", .string("string"))]))
            let inner = properties.entries.map { Mapping.Entry($0.key, schema($0.value)) }
            mapping["properties"] = .mapping(Mapping([.init("inserted_before", new)] + inner))
        }
        if mapping["type"]?.string == "string", mapping["x-enum-varnames"] == nil, mapping["x-enumNames"] == nil,
            mapping["x-enum-descriptions"] == nil, let values = mapping["enum"]?.sequence, values.count > 1
        {
            mapping["enum"] = .sequence([.string("inserted-before"), .string("inserted_Before-")] + values)
        }
        return Node(.mapping(mapping), at: node.position)
    }
}
