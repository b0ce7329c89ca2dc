/// An index of a model's table: `Index(\.owner, \.created)`.
public struct Index<M: Model>: Sendable {
    /// The fields, in the order of the index.
    public let fields: [PartialKeyPath<M> & Sendable]
    /// The name of the index in the database, or `nil` to derive it from the fields.
    public let name: String?

    /// Creates an index of these fields, in this order.
    public init(_ fields: (PartialKeyPath<M> & Sendable)..., name: String? = nil) {
        self.fields = fields
        self.name = name
    }
}
