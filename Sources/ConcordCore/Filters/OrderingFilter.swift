/// Sorts objects by the fields in the query parameter `ordering`. The prefix `-` sorts in descending order:
/// `ordering=name,-created`.
public struct OrderingFilter<M: Model>: FilterBackend {
    private let fields: [SelectedField]
    private var ordering: [Ordering<M>]?

    /// Creates a filter that sorts by these fields.
    public init(_ fields: (PartialKeyPath<M> & Sendable)...) { self.fields = fields.compactMap { SelectedField($0) } }

    /// Creates a filter that sorts by fields of the objects and of the objects that their keys refer to:
    /// `OrderingFilter(\.name, \.owner.email)`.
    @_disfavoredOverload
    public init(_ fields: (PartialKeyPath<M.Columns> & Sendable)...) {
        self.fields = fields.compactMap { SelectedField($0, of: M.self) }
    }

    /// Returns the filter with the ordering of a request.
    public func bound(to inputs: inout _Core.Inputs) -> OrderingFilter? {
        let style = inputs.keyStyle
        let terms = fields.flatMap { field -> [(name: String, Ordering<M>)] in
            let name = field.wireName(in: style)
            let ascending = Ordering<M>(field.reference, isDescending: false)
            return [(name, ascending), ("-" + name, ascending.reversed)]
        }
        let rules = _Core.Rules(items: _Core.Rules(enum: terms.map { .string($0.name) }))
        guard
            let names = inputs.query(
                "ordering", _Core.Wire.list(_Core.Wire.value(String.self)), explode: false, rules: rules)
        else { return self }
        var bound = self
        bound.ordering = names.compactMap { name in terms.first { $0.name == name }?.1 }
        return bound
    }

    /// Returns the objects in the order of the request, or in their original order.
    public func filter(_ objects: QuerySet<M>) -> QuerySet<M> { ordering.map { objects.order(by: $0) } ?? objects }
}
