import ConcordYAML

/// The encoding of a property of a body (OAS 4.16).
public struct Encoding: EncodedContent, StyledValue {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "an encoding",
        [
            Field("contentType", .text),
            Field("headers", .map(.reference(Header.self))),
            Field("style", .text),
            Field("explode", .flag),
            Field("allowReserved", .flag),
            Field("encoding", .map(.object(Encoding.self)), versions: .since3_2),
            Field("prefixEncoding", .list(.object(Encoding.self)), versions: .since3_2),
            Field("itemEncoding", .object(Encoding.self), versions: .since3_2),
        ])

    /// The media types, separated by commas.
    public var contentType: String? {
        get { self[text: "contentType"] }
        set { self[text: "contentType"] = newValue }
    }

    /// The headers of the part.
    public var headers: ObjectMap<Header> {
        get { self[map: "headers"] }
        set { self[map: "headers"] = newValue }
    }

    /// Whether reserved characters aren't percent-encoded.
    public var allowReserved: Bool? {
        get { self[flag: "allowReserved"] }
        set { self[flag: "allowReserved"] = newValue }
    }
}
