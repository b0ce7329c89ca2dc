import ConcordYAML

/// The schemas that become components, because 3.0 can't refer to their location (in `$defs`, or by an anchor or URI).
struct LiftedSchemas {
    /// A schema whose component has a name, but whose content has not been converted yet.
    struct Pending {
        var name: String
        var node: Node
    }

    var pending: [Pending] = []
    private var names: Set<String>
    /// The component of each schema, keyed by the position of the schema.
    private var homes: [Position: String] = [:]

    init(_ document: Document) {
        let schemas = document.node["components"]?["schemas"]?.mapping ?? Mapping()
        names = Set(schemas.keys)
        for entry in schemas.entries { homes[entry.value.position] = entry.key }
    }

    /// Returns the name of the component for a schema, and adds the component if necessary.
    mutating func home(of target: Node, called wanted: String) -> String {
        if let known = homes[target.position] { return known }
        let stem = String(wanted.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        var name = stem.isEmpty ? "_" : stem
        var number = 2
        while !names.insert(name).inserted {
            name = "\(stem)\(number)"
            number += 1
        }
        homes[target.position] = name
        pending.append(Pending(name: name, node: target))
        return name
    }
}

extension Conversion {
    /// Converts a reference to one that 3.0 supports.
    mutating func lowerReferences(of mapping: inout Mapping, at node: Node) {
        if let index = mapping.index(of: "$dynamicRef"), mapping["$ref"] == nil {
            report(
                .warning, "left-out",
                "OpenAPI 3.0 does not support '$dynamicRef'; it becomes a reference to its present target",
                at: mapping.entries[index].keyPosition)
            mapping.entries[index].key = "$ref"
        }
        for key in ["$defs", "$id", "$anchor", "$dynamicAnchor"] { mapping[key] = nil }
        guard let text = mapping["$ref"]?.string else { return }
        let reference = URIReference(text)
        let tokens = JSONPointer(reference.fragment ?? "")?.tokens
        let isReachable = reference.resource.isEmpty && tokens.map { !$0.contains("$defs") } ?? false
        guard !isReachable, case .success(let target) = resolver.target(of: text, in: node),
            target.position != .none  // which identifies a schema
        else { return }
        let wanted = tokens?.last ?? reference.fragment ?? String(reference.resource.split(separator: "/").last ?? "")
        let name = lifted.home(of: target, called: wanted)
        mapping["$ref"]?.value = .string(JSONPointer(["components", "schemas", name]).fragment)
    }

    /// Adds the schemas that became components, including those inside them.
    mutating func addLifted(to document: inout Node) {
        guard !lifted.pending.isEmpty else { return }
        var entries: [Mapping.Entry] = []
        while entries.count < lifted.pending.count {
            let component = lifted.pending[entries.count]
            let isFlag = component.node.bool != nil
            let content = isFlag ? flagSchema(component.node) : object(component.node, Schema.self)
            entries.append(Mapping.Entry(component.name, content))
        }
        var components = document["components"] ?? .mapping(Mapping())
        let schemas = components["schemas"]?.mapping ?? Mapping()
        components["schemas"] = .mapping(Mapping(schemas.entries + entries))
        document["components"] = components
    }
}
