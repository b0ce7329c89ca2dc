import ConcordDeclarations
import ConcordGoldens
import ConcordMapping
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// Names in scaffolded Swift don't move to other things when something comes before them in the document.
@Suite struct StayingNamesTests {
    @Test(arguments: try corpusDocuments())
    func stayWhenOthersComeBefore(_ file: URL) throws {
        let document = try #require(Document.read(path: file.path).document)
        var changed = document
        changed.node = Insertions().inserted(document.node)
        let earlier = Program.scaffold(document).program
        let old = Names(of: earlier)
        for new in [
            Names(of: Program.scaffold(changed).program),
            Names(of: Program.scaffold(changed, keepingNamesOf: earlier).program),
        ] {
            let moved = old.names.compactMap { key, name in
                new.names[key].flatMap { $0 == name ? nil : "\(key): \(name) is \($0) now" }
            }
            #expect(moved.sorted().prefix(5) == [])
            #expect(new.names.keys.contains("/InsertedBefore") == (document.components?.schemas.isEmpty == false))
        }
    }
}

/// Puts something new before the schemas among the components, their properties and their values.
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

/// The Swift names of a program, by what they stand for.
private struct Names {
    var names: [String: String] = [:]

    init(of program: Program) {
        for declaration in program.declarations { add(declaration, in: "") }
    }

    private mutating func add(_ declaration: TypeDeclaration, in place: String) {
        let key =
            place + "/" + (place.isEmpty ? declaration.head.wireName ?? declaration.head.name : declaration.head.name)
        names[key] = declaration.head.name
        switch declaration {
        case .serializer(let serializer):
            for property in serializer.properties where property.role == .own {
                names["\(key)#\(serializer.wireName(of: property))"] = property.head.name
            }
        case .enumeration(let enumeration):
            for value in enumeration.cases { names["\(key)#\(value.value)"] = value.name }
        case .view(let view):
            for operation in view.operations { names["\(key)#\(operation.method)"] = operation.head.name }
        default: break
        }
        for nested in declaration.nested { add(nested, in: key) }
    }
}
