/// The values of a field of the objects in a query, for a condition in another query.
///
///     let inOslo = Owner.objects.filter { $0.city == "Oslo" }
///     Station.objects.filter { $0.owner.isIn(Subquery(inOslo) { $0.id }) }
public struct Subquery<Value: Sendable>: Sendable {
    let column: _Core.Expression
    let selection: _Core.Selection

    /// Creates a subquery for a field of the objects of a query set.
    public init<M: Model>(_ query: QuerySet<M>, _ column: (M.Columns) -> some _Core.ComparedColumn<Value>) {
        self.column = column(M.Columns(_Core.RelationPath())).expression
        selection = query.selection
    }
}

extension Condition {
    /// Returns a condition that is true if a query set contains an object. ``OuterRef`` refers to the object of the
    /// enclosing query.
    ///
    ///     Station.objects.filter { station in
    ///         .exists(Visit.objects.filter { $0.visitor == OuterRef(station.name) })
    ///     }
    public static func exists<M: Model>(_ query: QuerySet<M>) -> Condition { .existsRow(query.selection) }
}

extension _Core {
    /// The rows of a query, independent of the model.
    public struct Selection: Hashable, Sendable {
        package let table: String
        package let conditions: [Condition]
        /// The order of the rows. It is empty if the order has no effect on the rows.
        package let ordering: [OrderingTerm]
        package let offset: Int
        package let limit: Int?

        /// A column to sort by.
        package struct OrderingTerm: Hashable, Sendable {
            package let reference: ColumnReference
            package let isDescending: Bool
        }
    }
}

extension QuerySet {
    /// Whether the query set has an offset or a limit.
    package var isSlice: Bool { limit != nil || offset > 0 }

    /// The ordering, followed by the primary key, so that the order of the objects is unambiguous.
    package var decidedOrdering: [Ordering<M>] {
        let key = M.primaryKeyOrdering
        return ordering.contains { $0.reference == key.first?.reference } ? ordering : ordering + key
    }

    fileprivate var selection: _Core.Selection {
        let terms = isSlice ? decidedOrdering : []
        return _Core.Selection(
            table: M.table, conditions: conditions,
            ordering: terms.map { .init(reference: $0.reference, isDescending: $0.isDescending) }, offset: offset,
            limit: limit)
    }
}

extension _Core.ComparedColumn {
    /// Returns a condition that is true if the field's value is in a subquery. Null is never in a subquery.
    public func isIn(_ values: Subquery<Value>) -> Condition {
        .isIn(expression, values.column, of: values.selection)
    }

    /// Returns a condition that is true if the field's value is in a subquery of an optional field.
    public func isIn(_ values: Subquery<Value?>) -> Condition {
        .isIn(expression, values.column, of: values.selection)
    }

    /// Returns a condition that is true if the field is not null and its value is in a subquery.
    public func isIn<Wrapped>(_ values: Subquery<Wrapped>) -> Condition where Value == Wrapped? {
        .isIn(expression, values.column, of: values.selection)
    }
}

// Sets of objects.
extension QuerySet {
    /// Returns the objects of this query set and the others without duplicates, in the order of this query set.
    public func union(_ others: QuerySet...) -> QuerySet {
        combined(.any([membership] + others.map(\.membership)))
    }

    /// Returns the objects in this query set and all others, in the order of this query set.
    public func intersection(_ others: QuerySet...) -> QuerySet {
        combined(.all([membership] + others.map(\.membership)))
    }

    /// Returns the objects in this query set that none of the others contains, in the order of this query set.
    public func difference(_ others: QuerySet...) -> QuerySet {
        combined(.all([membership, .not(.any(others.map(\.membership)))]))
    }

    private func combined(_ condition: Condition) -> QuerySet {
        QuerySet().filter(condition).order(by: ordering)
    }

    /// A condition that is true only for the objects of the query set.
    private var membership: Condition {
        guard isSlice, let key = M.primaryKey?.reference else { return .all(conditions) }
        return .isIn(.column(key), .column(key), of: selection)
    }
}

extension _Core.Selection: CustomStringConvertible {
    /// The selection in a readable form: `owner where city = 'Oslo'`.
    public var description: String {
        conditions.isEmpty ? table : "\(table) where \(Condition.all(conditions))"
    }
}
