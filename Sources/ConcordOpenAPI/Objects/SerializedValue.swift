import ConcordYAML

/// A value that stands in a request or response as text: a parameter (OAS 4.13) or a header (OAS 4.22), which 'follows the
/// structure of the Parameter Object'.
public protocol SerializedValue: DescribedObject, StyledValue {}

extension SerializedValue {

    /// Whether it is always there.
    public var required: Bool? {
        get { self[flag: "required"] }
        set { self[flag: "required"] = newValue }
    }

    /// Whether callers should stop relying on it.
    public var deprecated: Bool? {
        get { self[flag: "deprecated"] }
        set { self[flag: "deprecated"] = newValue }
    }

    /// The schema of its value.
    public var schema: Schema? {
        get { self[object: "schema"] }
        set { self[object: "schema"] = newValue }
    }

    /// How its value is written when no style can say it: one media type.
    public var content: ObjectMap<MediaType> {
        get { self[map: "content"] }
        set { self[map: "content"] = newValue }
    }
}
