public import ConcordCore

/// An aggregate of the objects of a query, such as `$0.elevation.maximum` in `stations.aggregate { $0.elevation.maximum
/// }`.
public struct Aggregate<Value: ColumnValue>: Sendable {
    fileprivate let function: Function
    fileprivate let expression: _Core.Expression?

    fileprivate enum Function {
        case count, distinctCount, sum, average, minimum, maximum
    }

    fileprivate init(_ function: Function, of expression: _Core.Expression?) {
        self.function = function
        self.expression = expression
    }
}

extension _Core.ModelColumns {
    /// The number of objects.
    public var count: Aggregate<Int> { Aggregate(.count, of: nil) }
}

extension _Core.ComparedColumn {
    /// The number of objects with a value other than null.
    public var count: Aggregate<Int> { Aggregate(.count, of: expression) }

    /// The number of distinct values.
    public var distinctCount: Aggregate<Int> { Aggregate(.distinctCount, of: expression) }
}

extension _Core.ScalarColumn where Value: ColumnValue {
    /// The smallest value, or `nil` if there are no values.
    public var minimum: Aggregate<Value.Present?> { Aggregate(.minimum, of: expression) }

    /// The largest value, or `nil` if there are no values.
    public var maximum: Aggregate<Value.Present?> { Aggregate(.maximum, of: expression) }
}

extension _Core.ScalarColumn where Value: SummableColumnValue {
    /// The sum of the values, or `nil` if there are no values.
    public var sum: Aggregate<Value.Sum?> { Aggregate(.sum, of: expression) }

    /// The mean of the values, or `nil` if there are no values.
    public var average: Aggregate<Double?> { Aggregate(.average, of: expression) }
}

extension Aggregate {
    func text(_ scope: inout SQLScope, _ writer: inout SQLWriter) -> String {
        guard let expression else { return "COUNT(*)" }
        let column = writer.expression(expression, &scope)
        return switch function {
        case .count: "COUNT(\(column))"
        case .distinctCount: "COUNT(DISTINCT \(column))"
        case .sum: writer.dialect.sum(of: column, expression.type)
        case .average: writer.dialect.average(of: column)
        case .minimum: "MIN(\(column))"
        case .maximum: "MAX(\(column))"
        }
    }
}

extension Dialect {
    /// Returns a sum in the type of the values. SQLite would add decimals as floating-point numbers, so the driver
    /// provides a function.
    fileprivate func sum(of column: String, _ type: _Core.ColumnType) -> String {
        switch (self, type) {
        case (.sqlite, .decimal): "concord_sum(\(column))"
        case (.postgreSQL, .integer): "SUM(\(column))::bigint"
        default: "SUM(\(column))"
        }
    }

    fileprivate func average(of column: String) -> String {
        self == .sqlite ? "AVG(\(column))" : "AVG(\(column))::double precision"
    }
}

extension QuerySet {
    /// Computes aggregates of all objects in the database:
    ///
    ///     let (count, highest) = try await Station.objects.aggregate { ($0.count, $0.elevation.maximum) }
    ///
    /// - Throws: ``DatabaseError``, or ``NoDatabase`` outside requests and commands.
    public func aggregate<each Value: ColumnValue>(
        _ aggregates: (M.Columns) -> (repeat Aggregate<each Value>)
    ) async throws -> (repeat each Value) {
        let database = try Database.current
        let aggregates = aggregates(M.Columns(_Core.RelationPath()))
        let statement = aggregation(database.dialect, by: nil) { scope, writer in
            var texts: [String] = []
            for aggregate in repeat each aggregates { texts.append(aggregate.text(&scope, &writer)) }
            return texts
        }
        let rows = try await database.rows(of: statement) { row in
            var position = RowPosition()
            return (repeat try (each Value)(row, at: position.next()))
        }
        guard let row = rows.first else {
            throw DatabaseError(.other, "An aggregate has no row.", statement: statement)
        }
        return row
    }

    /// Computes aggregates for each group of objects with the same value. The groups are sorted by this value:
    ///
    ///     for (status, count) in try await Station.objects.group(by: { $0.status }, { $0.count }) { … }
    ///
    /// - Throws: ``DatabaseError``, or ``NoDatabase`` outside requests and commands.
    public func group<Key: _Core.ComparedColumn, each Value: ColumnValue>(
        by key: (M.Columns) -> Key, _ aggregates: (M.Columns) -> (repeat Aggregate<each Value>)
    ) async throws -> [(key: Key.Value, values: (repeat each Value))] {
        let database = try Database.current
        let columns = M.Columns(_Core.RelationPath())
        let key = key(columns)
        let aggregates = aggregates(columns)
        let statement = aggregation(database.dialect, by: key.expression) { scope, writer in
            var texts: [String] = []
            for aggregate in repeat each aggregates { texts.append(aggregate.text(&scope, &writer)) }
            return texts
        }
        return try await database.rows(of: statement) { row in
            var position = RowPosition()
            let value = try ColumnReading<Key.Value>.read(row, at: position.next(), key.expression, of: M.self)
            return (value, (repeat try (each Value)(row, at: position.next())))
        }
    }
}

/// The position in a row while its columns are read in order.
struct RowPosition {
    private var index = -1

    mutating func next() -> Int {
        index += 1
        return index
    }
}
