import ConcordOutline

/// YAML that is merged into the node of a declaration: `@OpenAPI("…")` or `.openAPI("…")`.
public struct Fragment: Hashable, Sendable {
    /// The YAML source.
    public var text: String
    /// The position of the string literal.
    public var mark: SourceMark

    /// Creates a fragment with YAML source.
    public init(_ text: String, mark: SourceMark = SourceMark()) {
        self.text = text
        self.mark = mark
    }
}
