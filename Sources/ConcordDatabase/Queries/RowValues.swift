package import ConcordCore

extension QuerySet {
    /// Returns the values of the given columns for each object, without the other columns.
    package func rowValues(of columns: [_Core.ColumnReference]) async throws -> [[QueryValue]] {
        let database = try Database.current
        let statement = select(database.dialect) { scope, writer in columns.map { scope.column($0, &writer) } }
        return try await database.rows(of: statement) { row in
            try columns.enumerated().map { try QueryValue(row, at: $0.offset, $0.element.type) }
        }
    }

    /// Returns the number of objects, up to a maximum.
    ///
    /// The database stops counting at the maximum, so the time is bounded if an index finds the objects.
    package func count(upTo maximum: Int) async throws -> Int {
        if offset > 0 || limit != nil { return try await limit(maximum).count() }
        let database = try Database.current
        // Without an order, the database can stop at the first objects that it comes upon.
        let found = order(by: []).select(database.dialect) { _, _ in ["1"] }
        let statement = SQLStatement(
            "SELECT COUNT(*) FROM (\(found.text) LIMIT \(max(0, maximum))) AS \"found\"", found.bindings)
        return try await database.rows(of: statement) { try Int($0, at: 0) }.first ?? 0
    }
}

extension _Core.ModelField {
    /// Returns a condition that is true if the field has one of these values.
    package func isAny(of values: [QueryValue]) -> Condition {
        .compare(.column(reference), .isIn, .array(values))
    }

    /// Returns a condition that is true if the field has a value, or is null for a null value.
    package func isEqual(to value: QueryValue) -> Condition { .compare(.column(reference), .equal, value) }

    /// Returns the ordering by the field.
    package func ordering(isDescending: Bool) -> Ordering<M> { Ordering(reference, isDescending: isDescending) }
}
