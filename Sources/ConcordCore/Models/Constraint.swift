/// A constraint of a model's table: `.unique(\.owner, \.name)`.
public struct Constraint<M: Model>: Sendable {
    /// The fields whose combination of values is unique.
    public let fields: [PartialKeyPath<M> & Sendable]
    /// The name of the constraint in the database, or `nil` to derive it from the fields.
    public let name: String?

    /// Returns a constraint that makes the combination of these fields' values unique.
    public static func unique(_ fields: (PartialKeyPath<M> & Sendable)..., name: String? = nil) -> Constraint {
        Constraint(fields: fields, name: name)
    }
}
