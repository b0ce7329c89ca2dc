import ConcordYAML

/// A value that stands in a request or response as text: a parameter (OAS 4.13) or a header (OAS 4.22), which 'follows the
/// structure of the Parameter Object'.
public protocol SerializedValue: DescribedObject {}

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

    /// How its value is written, as the document has it; only `simple` is possible for a header.
    public var style: String? {
        get { self[text: "style"] }
        set { self[text: "style"] = newValue }
    }

    /// Whether each element of a list or object is written by itself, as the document has it.
    public var explode: Bool? {
        get { self[flag: "explode"] }
        set { self[flag: "explode"] = newValue }
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
