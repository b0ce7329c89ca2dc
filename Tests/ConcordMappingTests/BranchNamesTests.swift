import ConcordDeclarations
import ConcordMapping
import ConcordOpenAPI
import ConcordYAML
import Testing

/// In a merge, a branch of a union keeps its name regardless of insertions before it. If branches can't be identified,
/// no name moves to another branch.
struct BranchNamesTests {
    @Test(
        arguments: [
            // Equal except for a constraint.
            (
                "{type: object, minProperties: 2}|{type: object, minProperties: 3}",
                "{type: object, minProperties: 1}|0|1"
            ),
            ("{type: string, maxLength: 2}|{type: string, maxLength: 3}", "1|{type: string}|0"),
            (
                "{type: array, items: {enum: [a]}}|{type: array, items: {enum: [b]}}",
                "{type: array, items: {enum: [c]}}|0|1"
            ),
            // Equal except for an annotation.
            ("{type: string, description: A.}|{type: string, description: B.}", "{type: string, description: C.}|1|0"),
            ("{type: object, minProperties: 2, title: A}|{type: number}", "{type: integer}|0 + {title: B}|1"),
            // Changed, but still the only possible match.
            ("{type: string, maxLength: 9}|{type: number}", "{type: boolean}|0 + {maxLength: 8}|1"),
            ("{type: object, title: A}|{type: object, title: B}", "{type: object, title: C}|1 + {minProperties: 1}|0"),
            (
                "{properties: {a: {}}}|{properties: {a: {}, b: {}}}",
                "{properties: {z: {}}}|1 + {properties: {a: {}, b: {}, c: {}}}|0 + {properties: {y: {}, a: {}}}"
            ),
        ])
    func stay(_ before: String, _ after: String) throws {
        let nodes = try Self.nodes(before)
        let old = Self.choice(nodes)
        let parts = after.split(separator: "|").map { $0.split(separator: " + ") }
        let branches = try parts.map { part in
            guard let index = Int(part[0]) else { return try Node(yaml: String(part[0])) }
            var node = nodes[index]
            for change in part.dropFirst() {
                for entry in try Node(yaml: String(change)).mapping?.entries ?? [] { node[entry.key] = entry.value }
            }
            return node
        }
        let new = Self.choice(branches, keeping: old.names)
        #expect(new.cases.count == parts.count)
        for (name, part) in zip(new.cases, parts) {
            let index = Int(part[0])
            #expect(index.map { old.cases[$0] == name } ?? !old.cases.contains(name), "\(name) is \(part)")
        }
    }

    @Test(
        arguments: [
            ("{type: object, minProperties: 2}", "{type: object, minProperties: 1}|{type: object, minProperties: 4}"),
            (
                "{type: string, maxLength: 2}|{type: string, maxLength: 3}",
                "{type: string}|{type: string, minLength: 1}"
            ),
            (
                "{type: object, minProperties: 3, required: [a], properties: {a: {}}}",
                "{type: object, required: [a], properties: {a: {}}}|{type: object, required: [b], properties: {b: {}}}"
            ),
            ("{type: string, title: A}|{type: string, title: B}", "{type: string, title: C}|{type: string, title: D}"),
        ])
    func goToNoOther(_ before: String, _ after: String) throws {
        let old = Self.choice(try Self.nodes(before))
        let new = Self.choice(try Self.nodes(after), keeping: old.names)
        #expect(!new.cases.isEmpty)
        #expect(Set(new.cases).isDisjoint(with: old.cases))
    }

    private static func nodes(_ texts: String) throws -> [Node] {
        try texts.split(separator: "|").map { try Node(yaml: String($0)) }
    }

    /// Returns the cases of the enum for a union of these branches and a boolean, and the names that a merge keeps.
    private static func choice(
        _ branches: [Node], keeping names: GivenNames = GivenNames()
    ) -> (cases: [String], names: GivenNames) {
        let document = Document([
            "openapi": "3.1.1", "info": ["title": "A", "version": "1"], "paths": [:],
            "components": ["schemas": ["S": ["oneOf": .sequence(branches + [["type": "boolean", "default": true]])]]],
        ])
        let cases = Program.scaffold(document, keeping: names).program.declarations.flatMap { declaration in
            if case .union(let union) = declaration { union.cases.dropLast().map(\.head.name) } else { [String]() }
        }
        return (cases, Program.scaffoldWithNames(document).names)
    }
}
