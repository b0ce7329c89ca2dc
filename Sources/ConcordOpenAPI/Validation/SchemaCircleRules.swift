import ConcordYAML

extension DocumentRule {
    static let endlessValue = DocumentRule(
        "endless-value", .warning, "Every value of a schema would have to contain another value of the same schema.",
        reason: """
            No finite value is valid, so no request or response can contain one. A cycle of schemas is valid if it \
            can end: with an optional property, an array that can be empty, null, or another branch.
            """,
        source:
            "JSON Schema Validation, required: \"every item in the array is the name of a property in the instance\"",
        wrong: """
            components:
              schemas:
                Person: {type: object, required: [employer], properties: {employer: {$ref: '#/components/schemas/Company'}}}
                Company: {type: object, required: [owner], properties: {owner: {$ref: '#/components/schemas/Person'}}}
            """,
        right: """
            components:
              schemas:
                Person: {type: object, properties: {employer: {$ref: '#/components/schemas/Company'}}}
                Company: {type: object, required: [owner], properties: {owner: {$ref: '#/components/schemas/Person'}}}
            """)
}

extension DocumentValidation {
    /// Reports cycles of schemas, each once.
    mutating func checkSchemaCircles() {
        guard let schemas = document.components?.node["schemas"]?.mapping else { return }
        // URIs and anchors can refer to schemas that no pointer refers to.
        let names = document.links.bases.isEmpty ? uses.circularSchemas : Set(schemas.keys)
        guard !names.isEmpty else { return }
        let circular = schemas.entries.filter { names.contains($0.key) }
        checkEndlessValues(circular)
        checkBranchCircles(circular)
    }

    private func checkEndlessValues(_ schemas: [Mapping.Entry]) {
        var values = FiniteValues(resolver: resolver, version: version)
        values.look(at: schemas.map(\.value))
        var told: Set<Position> = []
        for entry in schemas where values.isEndless(entry.value) && !told.contains(entry.value.position) {
            guard let circle = values.circle(from: entry.value, avoiding: told), !circle.names.isEmpty else { continue }
            told.formUnion(circle.schemas)
            report(
                .endlessValue,
                "no finite value matches '\(entry.key)': it must have '\(circle.path)', which is '\(entry.key)' again",
                at: circle.start,
                help: "make one of these properties optional or nullable, or allow an array to be empty")
        }
    }

    /// Reports references that form a cycle only through branches, which don't describe a part of the value.
    private func checkBranchCircles(_ schemas: [Mapping.Entry]) {
        var (done, told): (Set<Position>, Set<Position>) = ([], [])
        for entry in schemas {
            let first = BranchStep(entry.value, resolver, version)
            guard !first.rest.isEmpty, !done.contains(entry.value.position) else { continue }
            var way = [first]
            var open: Set<Position> = [entry.value.position]
            while !way.isEmpty {
                guard let next = way[way.count - 1].rest.popLast() else {
                    let step = way.removeLast()
                    open.remove(step.node.position)
                    done.insert(step.node.position)
                    continue
                }
                guard next.position != .none, !done.contains(next.position) else { continue }
                if open.insert(next.position).inserted {
                    way.append(BranchStep(next, resolver, version))
                } else if let start = way.firstIndex(where: { $0.node.position == next.position }) {
                    let circle = way[start...].map(\.node)
                    if told.isDisjoint(with: circle.map(\.position)) { reportBranchCircle(circle) }
                    told.formUnion(circle.map(\.position))
                }
            }
        }
    }

    private func reportBranchCircle(_ circle: [Node]) {
        // A cycle that consists only of references is reported at each of them.
        guard circle.contains(where: { $0.loneReference == nil }),
            let text = circle.last(where: { $0["$ref"]?.string != nil })?["$ref"]
        else { return }
        let hasBranches = circle.contains { $0["$ref"] == nil }
        report(
            .circularReference,
            "'\(text.string ?? "")' only refers back to itself\(hasBranches ? " through branches" : "")",
            at: text.position, help: "replace one reference of the cycle with a value",
            severity: hasBranches ? .warning : nil)
    }
}

/// A schema on a path of references and branches, with the schemas that follow it.
private struct BranchStep {
    let node: Node
    var rest: [Node] = []

    init(_ node: Node, _ resolver: ReferenceResolver, _ version: OpenAPIVersion) {
        self.node = node
        guard let mapping = node.mapping else { return }
        if version == .v3_0, let reference = mapping.entry("$ref") {
            add(reference, resolver)
            return
        }
        for entry in mapping.entries { add(entry, resolver) }
    }

    private mutating func add(_ entry: Mapping.Entry, _ resolver: ReferenceResolver) {
        switch entry.key {
        case "$ref":
            guard let text = entry.value.string, case .success(let target) = resolver.target(of: text, in: node) else {
                return
            }
            rest.append(target)
        case "allOf", "anyOf", "oneOf": rest += entry.value.sequence ?? []
        case "not", "if", "then", "else": rest.append(entry.value)
        default: break
        }
    }
}

extension FiniteValues.Circle {
    /// The names as a path: `next.owner`, `parts[]`.
    fileprivate var path: String {
        names.reduce(into: "") { $0 += $1 == "[]" || $0.isEmpty ? $1 : "." + $1 }
    }
}
