/// An object that may say in CommonMark what it is.
public protocol DescribedObject: OpenAPIObject {}

extension DescribedObject {
    /// What it is, does or means; CommonMark.
    public var description: String? {
        get { self[text: "description"] }
        set { self[text: "description"] = newValue }
    }
}

/// An object that has a sentence about itself beside its description: a response and a tag since 3.2, the info object and a
/// reference since 3.1, an operation, a path item and an example in all versions.
public protocol SummarizedObject: DescribedObject {}

extension SummarizedObject {
    /// A sentence about it.
    public var summary: String? {
        get { self[text: "summary"] }
        set { self[text: "summary"] = newValue }
    }
}
