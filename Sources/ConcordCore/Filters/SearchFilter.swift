/// Filters objects by the words in the query parameter `search`. Each word must occur in one of the fields, ignoring
/// case.
public struct SearchFilter<M: Model>: FilterBackend {
    private let columns: [_Core.ColumnReference]
    private var words: [String] = []

    /// The maximum number of words. More words would make the query slow.
    private static var most: Int { 20 }

    /// Creates a filter that searches these string fields.
    public init(_ fields: (PartialKeyPath<M> & Sendable)...) { columns = fields.map { M.reference(to: $0) } }

    /// Creates a filter that searches string fields of the objects and of the objects that their keys refer to:
    /// `SearchFilter(\.name, \.owner.email)`.
    @_disfavoredOverload
    public init(_ fields: (PartialKeyPath<M.Columns> & Sendable)...) {
        columns = fields.compactMap { SelectedField($0, of: M.self)?.reference }
    }

    /// Returns the filter with the words of a request.
    public func bound(to inputs: inout _Core.Inputs) -> SearchFilter? {
        var bound = self
        let text = inputs.query("search", _Core.Wire.value(String.self)) ?? ""
        bound.words = text.split(whereSeparator: \.isWhitespace).prefix(Self.most).map(String.init)
        return bound
    }

    /// Returns the objects with each word in at least one of the fields.
    public func filter(_ objects: QuerySet<M>) -> QuerySet<M> {
        words.reduce(objects) { objects, word in
            objects.filter(.any(columns.map { .compare(.column($0), .containsIgnoringCase, .text(word)) }))
        }
    }
}
