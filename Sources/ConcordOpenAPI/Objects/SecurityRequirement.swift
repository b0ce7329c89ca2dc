import ConcordYAML

/// Security schemes that a caller must satisfy all of (OAS 4.31).
public struct SecurityRequirement: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a security requirement",
        [], others: .list(.text), allowsExtensions: false)

    /// Whether a key is the URI of a scheme (since 3.2), which no component's name can be, and one that can be read.
    static func isReference(_ name: String) -> Bool {
        name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") } && !URIReference(name).isRemote
    }

    /// The schemes by name, each with the scopes or roles it needs.
    public var schemes: [(name: String, scopes: [String])] {
        (node.mapping ?? Mapping()).entries.map { ($0.key, $0.value.sequence?.compactMap(\.string) ?? []) }
    }
}
