import ConcordYAML

/// The property that determines the schema of a value (OAS 4.26).
public struct Discriminator: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a discriminator",
        [
            .required("propertyName", .text),
            Field("mapping", .map(.text)),
            Field("defaultMapping", .text, versions: .since3_2),
        ])

    /// The name of the property.
    public var propertyName: String? {
        get { self[text: "propertyName"] }
        set { self[text: "propertyName"] = newValue }
    }

    /// The schema if the property is absent or unknown (since 3.2).
    public var defaultMapping: String? {
        get { self[text: "defaultMapping"] }
        set { self[text: "defaultMapping"] = newValue }
    }

    /// The values of the property, each with the name of a component or a reference.
    public var mapping: [(value: String, schema: String)] {
        (node["mapping"]?.mapping ?? Mapping()).entries.compactMap { entry in
            entry.value.string.map { (entry.key, $0) }
        }
    }

    /// The nodes with names of schemas: the values of `mapping`, and `defaultMapping`.
    var schemaNames: [Node] {
        (node["mapping"]?.mapping ?? Mapping()).entries.map(\.value) + [node["defaultMapping"]].compactMap(\.self)
    }

    /// Returns whether a value of `mapping` is a reference and not the name of a component.
    static func isReference(_ text: String) -> Bool {
        text.contains("/") || text.contains("#") || text.hasSuffix(".yaml") || text.hasSuffix(".yml")
            || text.hasSuffix(".json")
    }

    /// Returns a node of a discriminator with its references replaced, where a function returns another one.
    static func replacingReferences(in discriminator: Mapping, _ replacement: (String) -> String?) -> Mapping {
        func replaced(_ value: Node) -> Node {
            guard let text = value.string, isReference(text), let new = replacement(text) else { return value }
            return Node(.string(new), at: value.position)
        }
        var result = discriminator
        if let fallback = result["defaultMapping"] { result["defaultMapping"] = replaced(fallback) }
        if let mapping = result["mapping"] {
            result["mapping"] = FieldKind.map(.text).rebuilt(mapping) { value, _ in replaced(value) }
        }
        return result
    }
}
