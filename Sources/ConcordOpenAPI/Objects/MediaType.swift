import ConcordYAML

/// The content of a body with a media type (OAS 4.15).
public struct MediaType: ExemplifiedObject, EncodedContent {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a media type",
        [
            Field("schema", .object(Schema.self)),
            Field("itemSchema", .object(Schema.self), versions: .since3_2),
            Field("example", .any),
            Field("examples", .map(.reference(Example.self))),
            Field("encoding", .map(.object(Encoding.self))),
            Field("prefixEncoding", .list(.object(Encoding.self)), versions: .since3_2),
            Field("itemEncoding", .object(Encoding.self), versions: .since3_2),
        ])

    /// The schema of the body.
    public var schema: Schema? {
        get { self[object: "schema"] }
        set { self[object: "schema"] = newValue }
    }

    /// The schema of each item of a stream (since 3.2).
    public var itemSchema: Schema? {
        get { self[object: "itemSchema"] }
        set { self[object: "itemSchema"] = newValue }
    }
}
