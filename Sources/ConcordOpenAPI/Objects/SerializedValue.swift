import ConcordYAML

/// A value that is serialized as a string: a parameter (OAS 4.13) or a header (OAS 4.22), which 'follows the structure
/// of the Parameter Object'.
public protocol SerializedValue: DescribedObject, StyledValue {}

extension SerializedValue {

    /// Whether the value is required.
    public var required: Bool? {
        get { self[flag: "required"] }
        set { self[flag: "required"] = newValue }
    }

    /// Whether clients should stop using the value.
    public var deprecated: Bool? {
        get { self[flag: "deprecated"] }
        set { self[flag: "deprecated"] = newValue }
    }

    /// The schema of the value.
    public var schema: Schema? {
        get { self[object: "schema"] }
        set { self[object: "schema"] = newValue }
    }

    /// The content, with a single media type, if no style applies.
    public var content: ObjectMap<MediaType> {
        get { self[map: "content"] }
        set { self[map: "content"] = newValue }
    }
}
