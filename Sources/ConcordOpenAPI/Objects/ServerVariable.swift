import ConcordYAML

/// A variable in the URL of a server (OAS 4.7).
public struct ServerVariable: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a server variable",
        [
            Field("enum", .list(.text)),
            .required("default", .text),
            Field("description", .text),
        ])

    /// The allowed values.
    public var `enum`: [String] {
        get { self[texts: "enum"] }
        set { self[texts: "enum"] = newValue }
    }

    /// The default value.
    public var `default`: String? {
        get { self[text: "default"] }
        set { self[text: "default"] = newValue }
    }
}
