/// An object with a description.
public protocol DescribedObject: OpenAPIObject {}

extension DescribedObject {
    /// The description, in CommonMark.
    public var description: String? {
        get { self[text: "description"] }
        set { self[text: "description"] = newValue }
    }
}

/// An object with a summary beside its description: a response and a tag since 3.2, the Info Object and a reference
/// since 3.1, and an operation, a path item, and an example in all versions.
public protocol SummarizedObject: DescribedObject {}

extension SummarizedObject {
    /// The summary.
    public var summary: String? {
        get { self[text: "summary"] }
        set { self[text: "summary"] = newValue }
    }
}
