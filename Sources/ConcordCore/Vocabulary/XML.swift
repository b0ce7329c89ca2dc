/// How a value is written as XML: the keyword `xml` of a schema.
public struct XML: Sendable {
    /// States the element's name, namespace and prefix, whether it is an attribute, and whether an array has an element
    /// around it; from 3.2 on `nodeType` says the last two.
    public init(
        name: String? = nil,
        namespace: String? = nil,
        prefix: String? = nil,
        attribute: Bool? = nil,
        wrapped: Bool? = nil,
        nodeType: String? = nil,
        openAPI: String? = nil
    ) {}
}
