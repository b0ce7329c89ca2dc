import ConcordOpenAPI
import ConcordYAML
import Testing

/// A handwritten document for each version, which uses every object and field of the version.
@Suite struct FullDocumentTests {
    @Test(arguments: try FixtureFolder.contents("Versions")) func `uses every field`(path: String) throws {
        let reading = Document.read(path: path)
        #expect(FixtureFolder.text(reading.diagnostics).isEmpty)
        let document = try #require(reading.document)
        // The only license of a document can't have all fields.
        let errors = document.validate().filter { $0.severity == .error && $0.code != "license-twice" }
        #expect(FixtureFolder.text(errors).isEmpty)
        var walk = DocumentWalk(FieldCollector(), version: document.version)
        walk.walk(document.node, as: Document.self)
        #expect(walk.visitor.missing.isEmpty)
        for type in walk.visitor.types.values {
            let expected = type.fields.fields.filter { $0.versions.contains(document.version) }.map(\.name)
            let found = walk.visitor.found[ObjectIdentifier(type)] ?? []
            #expect(expected.filter { !found.contains($0) }.isEmpty, "\(type)")
        }
        #expect(walk.visitor.types.count == Self.objectCount)
    }

    /// The number of objects in chapter 4 of the specification, including the Schema Object of OpenAPI 3.0.
    private static let objectCount = 30

    @Test(arguments: try FixtureFolder.contents("Versions") + FixtureFolder.contents("Examples"))
    func `comes back node for node`(path: String) throws {
        let node = try #require(Document.read(path: path).document).node
        #expect(try Node(yaml: node.yaml) == node)
        #expect(try Node(json: node.json).isEquivalent(to: node))
        #expect(try Node(yaml: try Node(json: node.json).yaml).isEquivalent(to: node))
    }

    @Test(arguments: try FixtureFolder.contents("Versions")) func `the order of keys is the specification's`(
        path: String
    )
        throws
    {
        let document = try #require(Document.read(path: path).document)
        #expect(document.ordered.node.isEquivalent(to: document.node))
        #expect(document.ordered.ordered.node == document.ordered.node)
        #expect(document.ordered.node.mapping?.keys.first == "openapi")
    }
}

/// Records the fields of the objects that a walk visits.
private struct FieldCollector: DocumentVisitor {
    var types: [ObjectIdentifier: any OpenAPIObject.Type] = [:]
    var found: [ObjectIdentifier: Set<String>] = [:]
    var missing: [String] = []

    mutating func visit(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) -> Bool {
        types[ObjectIdentifier(type)] = type
        return true
    }

    mutating func visit(_ entry: Mapping.Entry, field: Field?, of type: any OpenAPIObject.Type, at path: [PathStep]) {
        if let field { found[ObjectIdentifier(type), default: []].insert(field.name) }
    }

    mutating func visitMissing(_ field: Field, in node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) {
        missing.append("\(path) \(field.name)")
    }
}
