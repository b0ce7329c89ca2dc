/// The XML representation of a value: the keyword `xml` of a schema.
public struct XML: Sendable {
    /// Creates a representation with the element's name, namespace, and prefix. It specifies whether the value is an
    /// attribute, and whether an array has an enclosing element. From OpenAPI 3.2 on, `nodeType` replaces these two.
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
