/// A constraint of a model's table: `.unique(\.owner, \.name)`, `.check("order") { $0.start <= $0.end }`.
public struct Constraint<M: Model>: Sendable {
    /// The fields whose combination of values must be unique. A check has none.
    public let fields: [PartialKeyPath<M> & Sendable]
    /// The name of the constraint in the database, or `nil` to derive it from the fields.
    public let name: String?
    /// The condition of a check, or of the objects that a unique constraint applies to. `nil` means that it applies to
    /// all objects.
    public let condition: Condition?

    /// Returns a constraint that requires each combination of the fields' values to be unique.
    public static func unique(_ fields: (PartialKeyPath<M> & Sendable)..., name: String? = nil) -> Constraint {
        Constraint(fields: fields, name: name, condition: nil)
    }

    /// Returns a constraint that requires each combination of the fields' values to be unique among the objects that
    /// satisfy a condition.
    ///
    ///     .unique(\.name, where: { $0.status == .active })
    ///
    /// - Parameters:
    ///   - fields: The fields.
    ///   - condition: The condition, which can use fields of the object.
    ///   - name: The name of the constraint in the database, or `nil` to derive it from the fields.
    public static func unique(
        _ fields: (PartialKeyPath<M> & Sendable)..., where condition: (M.Columns) -> Condition, name: String? = nil
    ) -> Constraint {
        Constraint(fields: fields, name: name, condition: condition(M.Columns(_Core.RelationPath())))
    }

    /// Returns a constraint that requires each object to satisfy a condition. The constraint ignores objects for which
    /// the condition is null.
    ///
    ///     .check("visit_duration") { $0.minutes <= $0.plannedMinutes }
    ///
    /// - Parameters:
    ///   - name: The name of the constraint, which must be unique in the database.
    ///   - condition: The condition, which can use fields of the object.
    public static func check(_ name: String, _ condition: (M.Columns) -> Condition) -> Constraint {
        Constraint(fields: [], name: name, condition: condition(M.Columns(_Core.RelationPath())))
    }
}
