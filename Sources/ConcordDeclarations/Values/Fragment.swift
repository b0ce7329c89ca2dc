import ConcordOutline

/// YAML that is merged into the node of the declaration it stands on: `@OpenAPI("…")` or `.openAPI("…")`.
public struct Fragment: Hashable, Sendable {
    /// The YAML, not yet parsed.
    public var text: String
    /// The place of the string literal.
    public var mark: SourceMark

    /// Makes a fragment of YAML text.
    public init(_ text: String, mark: SourceMark = SourceMark()) {
        self.text = text
        self.mark = mark
    }
}
