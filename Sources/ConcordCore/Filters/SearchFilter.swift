/// Keeps the objects that have each word of the query's `search` in one of some fields, in upper or lower case.
public struct SearchFilter<M: Model>: FilterBackend {
    private let fields: [PartialKeyPath<M> & Sendable]
    private var words: [String] = []

    /// More words than these make a query slow, whatever they are.
    private static var most: Int { 20 }

    /// Searches in these fields, which hold text.
    public init(_ fields: (PartialKeyPath<M> & Sendable)...) { self.fields = fields }

    /// The filter with the words of a request.
    public func bound(to inputs: inout _Core.Inputs) -> SearchFilter? {
        var bound = self
        let text = inputs.query("search", _Core.Wire.value(String.self)) ?? ""
        bound.words = text.split(whereSeparator: \.isWhitespace).prefix(Self.most).map(String.init)
        return bound
    }

    /// The objects that have each word in one of the fields.
    public func filter(_ objects: QuerySet<M>) -> QuerySet<M> {
        words.reduce(objects) { objects, word in
            objects.filter(.any(fields.map { .compare(M.reference(to: $0), .containsIgnoringCase, .text(word)) }))
        }
    }
}
