import ConcordYAML

/// A server of an API (OAS 4.6).
public struct Server: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a server",
        [
            .required("url", .text),
            Field("description", .text),
            Field("name", .text, versions: .since3_2),
            Field("variables", .map(.object(ServerVariable.self))),
        ])

    /// The URL, which can contain `{variables}`.
    public var url: String? {
        get { self[text: "url"] }
        set { self[text: "url"] = newValue }
    }

    /// A name that is unique among the servers (since 3.2).
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// The variables of the URL.
    public var variables: ObjectMap<ServerVariable> {
        get { self[map: "variables"] }
        set { self[map: "variables"] = newValue }
    }
}
