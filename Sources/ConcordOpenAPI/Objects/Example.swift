import ConcordYAML

/// An example of a value (OAS 4.20).
public struct Example: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "an example",
        [
            Field("summary", .text),
            Field("description", .text),
            Field("dataValue", .any, versions: .since3_2),
            Field("serializedValue", .text, versions: .since3_2),
            Field("value", .any),
            Field("externalValue", .text),
        ])

    /// The value as data (since 3.2).
    public var dataValue: Node? {
        get { node["dataValue"] }
        set { node["dataValue"] = newValue }
    }

    /// The value as data, in either of its fields.
    public var data: Node? { dataValue ?? value }

    /// The serialized value (since 3.2).
    public var serializedValue: String? {
        get { self[text: "serializedValue"] }
        set { self[text: "serializedValue"] = newValue }
    }

    /// The value.
    public var value: Node? {
        get { node["value"] }
        set { node["value"] = newValue }
    }

    /// The URL of the value.
    public var externalValue: String? {
        get { self[text: "externalValue"] }
        set { self[text: "externalValue"] = newValue }
    }
}
