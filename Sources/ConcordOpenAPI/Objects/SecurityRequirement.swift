import ConcordYAML

/// Security schemes that a request must all satisfy (OAS 4.31).
public struct SecurityRequirement: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a security requirement",
        [], others: .list(.text), allowsExtensions: false)

    /// Returns whether a key is a readable URI of a scheme (since 3.2), which can't be the name of a component.
    static func isReference(_ name: String) -> Bool {
        name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") } && !URIReference(name).isRemote
    }

    /// The schemes, each with its name and its required scopes or roles.
    public var schemes: [(name: String, scopes: [String])] {
        (node.mapping ?? Mapping()).entries.map { ($0.key, $0.value.sequence?.compactMap(\.string) ?? []) }
    }
}
