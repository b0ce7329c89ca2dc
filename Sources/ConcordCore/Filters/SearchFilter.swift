/// Filters objects by the words in the query parameter `search`. Each word must occur in one of the fields, ignoring
/// case.
public struct SearchFilter<M: Model>: FilterBackend {
    private let fields: [PartialKeyPath<M> & Sendable]
    private var words: [String] = []

    /// The maximum number of words. More words would make the query slow.
    private static var most: Int { 20 }

    /// Creates a filter that searches these string fields.
    public init(_ fields: (PartialKeyPath<M> & Sendable)...) { self.fields = fields }

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
            objects.filter(
                .any(fields.map { .compare(.column(M.reference(to: $0)), .containsIgnoringCase, .text(word)) }))
        }
    }
}
