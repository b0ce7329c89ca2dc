/// A field to sort by, with a direction: `.ascending(\.name)`.
public struct Ordering<M: Model>: Sendable {
    /// The column.
    package let reference: _Core.ColumnReference
    /// Whether the order is descending.
    public let isDescending: Bool

    package init(_ reference: _Core.ColumnReference, isDescending: Bool) {
        self.reference = reference
        self.isDescending = isDescending
    }

    /// Returns an ascending ordering by a field. Null sorts before all values.
    public static func ascending<Value>(_ field: KeyPath<M, Value> & Sendable) -> Ordering {
        Ordering(M.reference(to: field), isDescending: false)
    }

    /// Returns a descending ordering by a field. Null sorts after all values.
    public static func descending<Value>(_ field: KeyPath<M, Value> & Sendable) -> Ordering {
        Ordering(M.reference(to: field), isDescending: true)
    }

    /// Returns an ascending ordering by a field of the object or of a related object: `.ascending { $0.owner.email }`.
    public static func ascending<Value>(_ column: (M.Columns) -> Column<Value>) -> Ordering {
        Ordering(column(M.Columns(_Core.RelationPath())).reference, isDescending: false)
    }

    /// Returns a descending ordering by a field of the object or of a related object: `.descending { $0.owner.email }`.
    public static func descending<Value>(_ column: (M.Columns) -> Column<Value>) -> Ordering {
        Ordering(column(M.Columns(_Core.RelationPath())).reference, isDescending: true)
    }

    /// The ordering by the same field in the other direction.
    package var reversed: Ordering { Ordering(reference, isDescending: !isDescending) }
}

extension Ordering: CustomStringConvertible {
    /// The field's name, with the prefix `-` for a descending order: `-created`.
    public var description: String { (isDescending ? "-" : "") + reference.description }
}
