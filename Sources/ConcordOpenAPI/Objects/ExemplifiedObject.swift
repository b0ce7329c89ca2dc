import ConcordYAML

/// An object that may show examples of the value that it describes: a parameter, a header, a media type.
public protocol ExemplifiedObject: OpenAPIObject {}

extension ExemplifiedObject {
    /// An example of the value.
    public var example: Node? {
        get { node["example"] }
        set { node["example"] = newValue }
    }

    /// Examples by name.
    public var examples: ObjectMap<Example> {
        get { self[map: "examples"] }
        set { self[map: "examples"] = newValue }
    }
}
