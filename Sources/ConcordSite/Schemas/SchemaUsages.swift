import ConcordOpenAPI
import ConcordYAML

/// The operations that use each schema component, directly or in an inline schema.
struct SchemaUsages: Sendable {
    private var operations: [String: [OperationEntry]] = [:]
    private static let mostShown = 30

    /// Creates an empty value, for a single page, which doesn't show usages.
    init() {}

    init(_ groups: [OperationGroup], _ components: ComponentIndex) {
        for operation in groups.lazy.flatMap(\.operations) {
            var names: Set<String> = []
            var visited = 0
            Self.collect(operation.operation.node, components, &names, &visited, depth: 0)
            for parameter in operation.parameters {
                Self.collect(parameter.node, components, &names, &visited, depth: 0)
            }
            for name in names { operations[name, default: []].append(operation) }
        }
    }

    /// Returns the first operations that use a schema, and the number of further ones.
    func operations(of schema: String) -> (shown: [OperationEntry], others: Int) {
        let all = operations[schema] ?? []
        return (Array(all.prefix(Self.mostShown)), max(0, all.count - Self.mostShown))
    }

    private static func collect(
        _ node: Node, _ components: ComponentIndex, _ names: inout Set<String>, _ visited: inout Int, depth: Int
    ) {
        visited += 1
        guard depth < 40, visited < 20_000 else { return }
        switch node.value {
        case .sequence(let nodes):
            for node in nodes { collect(node, components, &names, &visited, depth: depth + 1) }
        case .mapping(let mapping):
            if mapping["$ref"] != nil {
                let schema = Schema(node)
                if let name = schema.componentName {
                    names.insert(name)
                    return
                }
                let target = components.resolved(schema)
                if target.reference == nil { collect(target.node, components, &names, &visited, depth: depth + 1) }
            }
            for entry in mapping.entries where !["example", "examples", "enum", "const", "default"].contains(entry.key)
            {
                collect(entry.value, components, &names, &visited, depth: depth + 1)
            }
        default: break
        }
    }
}
