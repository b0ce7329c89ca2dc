import ConcordCore

extension QuerySet {
    /// Returns the statement that fetches the objects.
    func select(_ dialect: Dialect) -> SQLStatement {
        select(dialect) { scope, writer in
            M.definition.columns.map { scope.column($0, &writer) }
        }
    }

    /// Returns the statement that fetches a selection for each object.
    func select(_ dialect: Dialect, _ selection: (inout SQLScope, inout SQLWriter) -> [String]) -> SQLStatement {
        var writer = SQLWriter(dialect)
        var scope = SQLScope(M.table)
        let selected = selection(&scope, &writer)
        let list = selected.joined(separator: ", ")
        guard !isDistinct else {
            return SQLStatement("SELECT DISTINCT \(list)" + distinctTail(selected, &scope, &writer), writer.bindings)
        }
        let text = "SELECT \(list)" + tail(&scope, &writer)
        // Only rows of the model's table are locked. Rows of an outer join can't be locked.
        let lock = isLocking && dialect == .postgreSQL ? " FOR UPDATE OF \(scope.root)" : ""
        return SQLStatement(text + lock, writer.bindings)
    }

    /// Returns the clauses after the columns: FROM, WHERE, ORDER BY, LIMIT and OFFSET.
    private func tail(_ scope: inout SQLScope, _ writer: inout SQLWriter) -> String {
        let condition = filtering(&scope, &writer)
        var terms: [String] = []
        for term in totalOrdering {
            let column = scope.column(term.reference, &writer)
            terms.append(
                writer.dialect.order(column, isDescending: term.isDescending, isNullable: term.reference.mayBeNull))
        }
        let order = terms.isEmpty ? "" : " ORDER BY \(terms.joined(separator: ", "))"
        return " FROM \(scope.from)" + condition + order + writer.slice(limit: limit, offset: offset)
    }

    /// Returns the clauses for distinct values. They are sorted by the selected columns of the ordering, then by the
    /// other columns.
    private func distinctTail(_ selected: [String], _ scope: inout SQLScope, _ writer: inout SQLWriter) -> String {
        let condition = filtering(&scope, &writer)
        var terms: [String] = []
        var rest = Array(selected.indices)
        for term in ordering {
            let column = scope.column(term.reference, &writer)
            guard let index = selected.firstIndex(of: column), rest.contains(index) else { continue }
            rest.removeAll { $0 == index }
            terms.append(
                writer.dialect.order("\(index + 1)", isDescending: term.isDescending, isNullable: true))
        }
        terms += rest.map { writer.dialect.order("\($0 + 1)", isDescending: false, isNullable: true) }
        return " FROM \(scope.from)\(condition) ORDER BY \(terms.joined(separator: ", "))"
            + writer.slice(limit: limit, offset: offset)
    }

    /// The ordering of the query. In a slice, the primary key orders objects with equal values, so that pages don't
    /// overlap.
    private var totalOrdering: [Ordering<M>] { isSlice ? decidedOrdering : ordering }

    private func filtering(_ scope: inout SQLScope, _ writer: inout SQLWriter) -> String {
        conditions.isEmpty ? "" : " WHERE \(writer.condition(.all(conditions), &scope))"
    }

    /// Returns the statement that counts the objects.
    func count(_ dialect: Dialect) -> SQLStatement {
        guard !isSlice else {
            // DISTINCT would merge rows that consist only of equal constants.
            let inner = select(dialect) { scope, writer in
                [M.primaryKey.map { scope.column($0.reference, &writer) } ?? "1"]
            }
            return SQLStatement("SELECT COUNT(*) FROM (\(inner.text)) AS \"slice\"", inner.bindings)
        }
        var writer = SQLWriter(dialect)
        var scope = SQLScope(M.table)
        let condition = filtering(&scope, &writer)
        return SQLStatement("SELECT COUNT(*) FROM \(scope.from)" + condition, writer.bindings)
    }

    /// Returns the statement that computes aggregates of the objects, or of each group.
    func aggregation(
        _ dialect: Dialect, by key: _Core.Expression?,
        _ selection: (inout SQLScope, inout SQLWriter) -> [String]
    ) -> SQLStatement {
        var writer = SQLWriter(dialect)
        var scope = SQLScope(M.table)
        let column = key.map { writer.expression($0, &scope) }
        let selected = ([column].compactMap { $0 } + selection(&scope, &writer)).joined(separator: ", ")
        let condition = sliceCondition(&scope, &writer) ?? filtering(&scope, &writer)
        return SQLStatement(
            "SELECT \(selected) FROM \(scope.from)\(condition)" + grouping(key, dialect), writer.bindings)
    }

    /// Returns the clause that limits an aggregate to the rows of a slice, or `nil` if the query is not sliced.
    private func sliceCondition(_ scope: inout SQLScope, _ writer: inout SQLWriter) -> String? {
        guard isSlice, let key = M.primaryKey?.reference else { return nil }
        var inner = SQLScope(M.table, alias: writer.alias())
        let keys = inner.column(key, &writer)
        let slice = tail(&inner, &writer)
        return " WHERE \(scope.column(key, &writer)) IN (SELECT \(keys)\(slice))"
    }

    /// Returns the clause that groups by the first selected value.
    private func grouping(_ key: _Core.Expression?, _ dialect: Dialect) -> String {
        guard let key else { return "" }
        return " GROUP BY 1 ORDER BY " + dialect.order("1", isDescending: false, isNullable: key.mayBeNull)
    }

    /// Returns the statement that deletes the objects.
    func deletion(_ dialect: Dialect) -> SQLStatement {
        var writer = SQLWriter(dialect)
        let condition = changed(&writer)
        return SQLStatement("DELETE FROM \(Dialect.quoted(M.table))" + condition, writer.bindings)
    }

    /// Returns the statement that updates fields of the objects.
    func update(_ assignments: [Assignment<M>], _ dialect: Dialect) -> SQLStatement {
        var writer = SQLWriter(dialect)
        let settings = assignments.map { $0.text(&writer) }.joined(separator: ", ")
        let condition = changed(&writer)
        return SQLStatement("UPDATE \(Dialect.quoted(M.table)) SET \(settings)" + condition, writer.bindings)
    }

    /// Returns the WHERE clause of an UPDATE or DELETE. If the query uses other tables or is sliced, the clause selects
    /// rows by primary key.
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

/// A change of a field in all objects of a query: `.set(\.status, to: .retired)`.
public struct Assignment<M: Model>: Sendable {
    private let reference: _Core.ColumnReference
    private let value: _Core.Expression

    private init(_ field: PartialKeyPath<M>, _ value: QueryValue) { self.init(field, .value(value)) }

    private init(_ field: PartialKeyPath<M>, _ value: _Core.Expression) {
        reference = M.reference(to: field)
        self.value = value
    }

    /// Sets a field to a value.
    public static func set<Value: ColumnValue>(_ field: KeyPath<M, Value> & Sendable, to value: Value) -> Assignment {
        Assignment(field, value.queryValue)
    }

    /// Sets a field to a case of an enum.
    public static func set<Value: RawRepresentable>(
        _ field: KeyPath<M, Value> & Sendable, to value: Value
    ) -> Assignment where Value.RawValue: ColumnValue {
        Assignment(field, value.rawValue.queryValue)
    }

    /// Sets a field to a case of an enum, or to null.
    public static func set<Value: RawRepresentable>(
        _ field: KeyPath<M, Value?> & Sendable, to value: Value?
    ) -> Assignment where Value.RawValue: ColumnValue {
        Assignment(field, value?.rawValue.queryValue ?? .null)
    }

    /// Adds to a number in the database, so that concurrent increments are not lost.
    public static func increment<Value: ColumnValue & Numeric>(
        _ field: KeyPath<M, Value> & Sendable, by amount: Value
    ) -> Assignment {
        let column = _Core.Expression.column(M.reference(to: field))
        return Assignment(field, .arithmetic(column, .add, .value(amount.queryValue)))
    }

    /// Sets a field to a value computed from other fields: `.set(\.available, to: { $0.stock - $0.reserved })`.
    public static func set<Value, C: _Core.ComparedColumn>(
        _ field: KeyPath<M, Value> & Sendable, to expression: (M.Columns) -> C
    ) -> Assignment where C.Value == Value {
        Assignment(field, expression(M.Columns(_Core.RelationPath())).expression)
    }

    func text(_ writer: inout SQLWriter) -> String {
        "\(Dialect.quoted(reference.column)) = \(valueText(&writer))"
    }

    /// Returns the value. If it uses other tables, it is a subquery, because an UPDATE has only one table.
    private func valueText(_ writer: inout SQLWriter) -> String {
        var trial = writer
        var scope = SQLScope(M.table)
        let text = trial.expression(value, &scope)
        guard scope.hasJoins, let key = M.primaryKey?.reference else {
            writer = trial
            return text
        }
        var inner = SQLScope(M.table, alias: writer.alias())
        let selected = writer.expression(value, &inner)
        let column = Dialect.quoted(key.column)
        return "(SELECT \(selected) FROM \(inner.from) WHERE \(inner.root).\(column) = \(scope.root).\(column))"
    }
}
