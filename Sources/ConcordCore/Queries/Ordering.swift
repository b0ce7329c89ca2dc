/// A field to sort by, and in which direction: `.ascending(\.name)`.
public struct Ordering<M: Model>: Sendable {
    /// The column.
    package let reference: _Core.ColumnReference
    /// Whether the greatest value comes first.
    public let isDescending: Bool

    package init(_ reference: _Core.ColumnReference, isDescending: Bool) {
        self.reference = reference
        self.isDescending = isDescending
    }

    /// The least value first; null counts as less than any value.
    public static func ascending<Value>(_ field: KeyPath<M, Value> & Sendable) -> Ordering {
        Ordering(M.reference(to: field), isDescending: false)
    }

    /// The greatest value first; null counts as less than any value.
    public static func descending<Value>(_ field: KeyPath<M, Value> & Sendable) -> Ordering {
        Ordering(M.reference(to: field), isDescending: true)
    }

    /// The least value first, of a field of the object or of one that it leads to: `.ascending { $0.owner.email }`.
    public static func ascending<Value>(_ column: (M.Columns) -> Column<Value>) -> Ordering {
        Ordering(column(M.Columns(_Core.RelationPath())).reference, isDescending: false)
    }

    /// The greatest value first, of a field of the object or of one that it leads to: `.descending { $0.owner.email }`.
    public static func descending<Value>(_ column: (M.Columns) -> Column<Value>) -> Ordering {
        Ordering(column(M.Columns(_Core.RelationPath())).reference, isDescending: true)
    }

    /// The same field in the other direction.
    package var reversed: Ordering { Ordering(reference, isDescending: !isDescending) }
}

extension Ordering: CustomStringConvertible {
    /// The field's name, behind a minus where the greatest comes first: `-created`.
    public var description: String { (isDescending ? "-" : "") + reference.description }
}
