import ConcordYAML

/// An object with examples of its value: a parameter, a header, or a media type.
public protocol ExemplifiedObject: OpenAPIObject {}

extension ExemplifiedObject {
    /// An example of the value.
    public var example: Node? {
        get { node["example"] }
        set { node["example"] = newValue }
    }

    /// The examples, keyed by name.
    public var examples: ObjectMap<Example> {
        get { self[map: "examples"] }
        set { self[map: "examples"] = newValue }
    }
}
