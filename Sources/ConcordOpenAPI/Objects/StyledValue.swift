/// An object that says by a style how a value is written: a parameter, a header, the encoding of a property.
public protocol StyledValue: OpenAPIObject {}

extension StyledValue {
    /// How the value is written, as the document has it; only `simple` is possible for a header.
    public var style: String? {
        get { self[text: "style"] }
        set { self[text: "style"] = newValue }
    }

    /// Whether each element of a list or object is written by itself, as the document has it.
    public var explode: Bool? {
        get { self[flag: "explode"] }
        set { self[flag: "explode"] = newValue }
    }
}
