/// An object with the encoding of a body's parts: a media type (OAS 4.15) or, since 3.2, an encoding (OAS 4.16).
public protocol EncodedContent: OpenAPIObject {}

extension EncodedContent {
    /// The encodings of properties, keyed by property.
    public var encoding: ObjectMap<Encoding> {
        get { self[map: "encoding"] }
        set { self[map: "encoding"] = newValue }
    }

    /// The encodings of the first items (since 3.2).
    public var prefixEncoding: [Encoding] {
        get { self[list: "prefixEncoding"] }
        set { self[list: "prefixEncoding"] = newValue }
    }

    /// The encoding of all further items (since 3.2).
    public var itemEncoding: Encoding? {
        get { self[object: "itemEncoding"] }
        set { self[object: "itemEncoding"] = newValue }
    }
}
