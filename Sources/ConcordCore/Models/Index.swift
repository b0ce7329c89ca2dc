/// Fields by whose values a database finds objects fast: `Index(\.owner, \.created)`.
public struct Index<M: Model>: Sendable {
    /// The fields, in the order of the index.
    public let fields: [PartialKeyPath<M> & Sendable]
    /// The index's name in the database; nil for one that is made of its fields.
    public let name: String?

    /// Indexes by these fields, in this order.
    public init(_ fields: (PartialKeyPath<M> & Sendable)..., name: String? = nil) {
        self.fields = fields
        self.name = name
    }
}
