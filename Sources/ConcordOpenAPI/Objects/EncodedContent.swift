/// An object that says how the parts of a body are written: a media type (OAS 4.15), or, since 3.2, an encoding (OAS 4.16).
public protocol EncodedContent: OpenAPIObject {}

extension EncodedContent {
    /// How properties are written, by property.
    public var encoding: ObjectMap<Encoding> {
        get { self[map: "encoding"] }
        set { self[map: "encoding"] = newValue }
    }

    /// How the first items are written (since 3.2).
    public var prefixEncoding: [Encoding] {
        get { self[list: "prefixEncoding"] }
        set { self[list: "prefixEncoding"] = newValue }
    }

    /// How all further items are written (since 3.2).
    public var itemEncoding: Encoding? {
        get { self[object: "itemEncoding"] }
        set { self[object: "itemEncoding"] = newValue }
    }
}
