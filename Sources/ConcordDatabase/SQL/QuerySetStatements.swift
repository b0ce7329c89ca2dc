import ConcordCore

extension QuerySet {
    /// The statement that finds the objects, in the dialect of a database.
    func select(_ dialect: Dialect) -> SQLStatement {
        select(dialect) { scope, writer in
            M.definition.columns.map { scope.column($0, &writer) }.joined(separator: ", ")
        }
    }

    /// The statement that finds something of each of the objects.
    func select(_ dialect: Dialect, _ selection: (inout SQLScope, inout SQLWriter) -> String) -> SQLStatement {
        var writer = SQLWriter(dialect)
        var scope = SQLScope(M.table)
        let selected = selection(&scope, &writer)
        let text = "SELECT \(selected)" + tail(&scope, &writer)
        // The rows of joined tables aren't locked; one that may be missing can't be.
        let lock = isLocking && dialect == .postgreSQL ? " FOR UPDATE OF \(scope.root)" : ""
        return SQLStatement(text + lock, writer.bindings)
    }

    /// What follows on the columns: FROM, WHERE, ORDER BY, LIMIT and OFFSET.
    private func tail(_ scope: inout SQLScope, _ writer: inout SQLWriter) -> String {
        let condition = filtering(&scope, &writer)
        var terms: [String] = []
        for term in totalOrdering {
            let column = scope.column(term.reference, &writer)
            terms.append(
                writer.dialect.order(column, isDescending: term.isDescending, isNullable: term.reference.mayBeNull))
        }
        var text = " FROM \(scope.from)" + condition
        if !terms.isEmpty { text += " ORDER BY \(terms.joined(separator: ", "))" }
        if isSlice {
            // SQLite has no OFFSET without a LIMIT; the greatest number is none.
            text += " LIMIT \(writer.bind(.integer(Int64(limit ?? .max))))"
            if offset > 0 { text += " OFFSET \(writer.bind(.integer(Int64(offset))))" }
        }
        return text
    }

    /// The order that is asked for; where objects are cut off, the primary key decides between equals, so that pages don't
    /// overlap.
    private var totalOrdering: [Ordering<M>] { isSlice ? TotalOrder.decided(ordering) : ordering }

    private func filtering(_ scope: inout SQLScope, _ writer: inout SQLWriter) -> String {
        conditions.isEmpty ? "" : " WHERE \(writer.condition(.all(conditions), &scope))"
    }

    /// Whether some of the objects that fulfil the conditions are cut off.
    var isSlice: Bool { limit != nil || offset > 0 }

    /// The statement that counts the objects.
    func count(_ dialect: Dialect) -> SQLStatement {
        guard !isSlice else {
            let inner = select(dialect) { _, _ in "1" }
            return SQLStatement("SELECT COUNT(*) FROM (\(inner.text)) AS \"slice\"", inner.bindings)
        }
        var writer = SQLWriter(dialect)
        var scope = SQLScope(M.table)
        let condition = filtering(&scope, &writer)
        return SQLStatement("SELECT COUNT(*) FROM \(scope.from)" + condition, writer.bindings)
    }

    /// The statement that works something out of the objects, or of each group of them.
    func aggregation(
        _ dialect: Dialect, by key: _Core.ColumnReference?,
        _ selection: (inout SQLScope, inout SQLWriter) -> [String]
    ) -> SQLStatement {
        var writer = SQLWriter(dialect)
        var scope = SQLScope(M.table)
        let column = key.map { scope.column($0, &writer) }
        let selected = ([column].compactMap { $0 } + selection(&scope, &writer)).joined(separator: ", ")
        let condition = sliceCondition(&scope, &writer) ?? filtering(&scope, &writer)
        return SQLStatement(
            "SELECT \(selected) FROM \(scope.from)\(condition)" + grouping(key, column, dialect), writer.bindings)
    }

    /// The clause that picks the rows of a slice, so that something is worked out of them and of no others; nil where nothing is
    /// cut off.
    private func sliceCondition(_ scope: inout SQLScope, _ writer: inout SQLWriter) -> String? {
        guard isSlice, let key = M.primaryKey?.reference else { return nil }
        var inner = SQLScope(M.table, alias: writer.alias())
        let keys = inner.column(key, &writer)
        let slice = tail(&inner, &writer)
        return " WHERE \(scope.column(key, &writer)) IN (SELECT \(keys)\(slice))"
    }

    private func grouping(_ key: _Core.ColumnReference?, _ column: String?, _ dialect: Dialect) -> String {
        guard let key, let column else { return "" }
        return " GROUP BY \(column) ORDER BY "
            + dialect.order(column, isDescending: false, isNullable: key.mayBeNull)
    }

    /// The statement that deletes the objects.
    func deletion(_ dialect: Dialect) -> SQLStatement {
        var writer = SQLWriter(dialect)
        let condition = changed(&writer)
        return SQLStatement("DELETE FROM \(Dialect.quoted(M.table))" + condition, writer.bindings)
    }

    /// The statement that changes fields of the objects.
    func update(_ assignments: [Assignment<M>], _ dialect: Dialect) -> SQLStatement {
        var writer = SQLWriter(dialect)
        let settings = assignments.map { $0.text(&writer) }.joined(separator: ", ")
        let condition = changed(&writer)
        return SQLStatement("UPDATE \(Dialect.quoted(M.table)) SET \(settings)" + condition, writer.bindings)
    }

    /// The WHERE clause of a statement that changes rows of one table: where the objects depend on other tables, or are cut off,
    /// by their primary keys.
    private func changed(_ writer: inout SQLWriter) -> String {
        var trial = writer
        var scope = SQLScope(M.table)
        let condition = filtering(&scope, &trial)
        guard isSlice || scope.hasJoins, let key = M.primaryKey?.reference else {
            writer = trial
            return condition
        }
        var inner = SQLScope(M.table, alias: writer.alias())
        let selected = inner.column(key, &writer)
        let tail = tail(&inner, &writer)
        return " WHERE \(Dialect.quoted(key.column)) IN (SELECT \(selected)\(tail))"
    }
}

/// A change of one field of all objects of a query: `.set(\.status, to: .retired)`.
public struct Assignment<M: Model>: Sendable {
    private let reference: _Core.ColumnReference
    private let value: QueryValue
    /// The word between the column and the value that is added to it; nil for a value that takes its place.
    private let operation: String?

    private init(_ field: PartialKeyPath<M>, _ value: QueryValue, operation: String? = nil) {
        reference = M.reference(to: field)
        self.value = value
        self.operation = operation
    }

    /// Gives the field a value.
    public static func set<Value: ColumnValue>(_ field: KeyPath<M, Value> & Sendable, to value: Value) -> Assignment {
        Assignment(field, value.queryValue)
    }

    /// Gives the field a case of an enum.
    public static func set<Value: RawRepresentable>(
        _ field: KeyPath<M, Value> & Sendable, to value: Value
    ) -> Assignment where Value.RawValue: ColumnValue {
        Assignment(field, value.rawValue.queryValue)
    }

    /// Gives the field a case of an enum, or none.
    public static func set<Value: RawRepresentable>(
        _ field: KeyPath<M, Value?> & Sendable, to value: Value?
    ) -> Assignment where Value.RawValue: ColumnValue {
        Assignment(field, value?.rawValue.queryValue ?? .null)
    }

    /// Adds to a number, in the database: two changes at the same time are both kept.
    public static func increment<Value: ColumnValue & Numeric>(
        _ field: KeyPath<M, Value> & Sendable, by amount: Value
    ) -> Assignment {
        Assignment(field, amount.queryValue, operation: "+")
    }

    func text(_ writer: inout SQLWriter) -> String {
        let column = Dialect.quoted(reference.column)
        guard let operation else { return "\(column) = \(writer.bind(value))" }
        return "\(column) = \(column) \(operation) \(writer.bind(value))"
    }
}
