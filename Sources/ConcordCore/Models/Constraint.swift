/// What the objects of a table have to fulfil together: `.unique(\.owner, \.name)`.
public struct Constraint<M: Model>: Sendable {
    /// The fields whose values no two objects have in common.
    public let fields: [PartialKeyPath<M> & Sendable]
    /// The constraint's name in the database; nil for one that is made of its fields.
    public let name: String?

    /// No two objects have the same values in all of these fields.
    public static func unique(_ fields: (PartialKeyPath<M> & Sendable)..., name: String? = nil) -> Constraint {
        Constraint(fields: fields, name: name)
    }
}
