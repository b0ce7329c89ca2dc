/// An object with the style of a value: a parameter, a header, or an encoding.
public protocol StyledValue: OpenAPIObject {}

extension StyledValue {
    /// The style, as it appears in the document. A header can only be `simple`.
    public var style: String? {
        get { self[text: "style"] }
        set { self[text: "style"] = newValue }
    }

    /// Whether each element or property is serialized separately, as it appears in the document.
    public var explode: Bool? {
        get { self[flag: "explode"] }
        set { self[flag: "explode"] = newValue }
    }
}
