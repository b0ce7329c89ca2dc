import ConcordCore

/// Writes statements in a dialect, and collects the values of their parameters.
struct SQLWriter {
    let dialect: Dialect
    private(set) var bindings: [QueryValue] = []
    private var aliases = 0
    /// The tables of the queries around the current subquery, innermost last.
    var outerScopes: [SQLScope] = []

    init(_ dialect: Dialect) { self.dialect = dialect }

    /// Binds a value and returns its parameter.
    mutating func bind(_ value: QueryValue) -> String {
        bindings.append(value)
        return dialect.parameter(bindings.count)
    }

    /// Returns a table alias that is unique in the statement.
    mutating func alias() -> String {
        aliases += 1
        return "t\(aliases)"
    }
}

/// The tables of one SELECT: the table of its model and the tables of relations.
struct SQLScope {
    /// The quoted name of the model's table in the statement.
    let root: String
    /// The table and its joins.
    private(set) var from: String
    private var joined: [(path: ArraySlice<_Core.RelationStep>, alias: String)] = []
    /// The outer joins, whose rows can be missing.
    private var outer: Set<Int> = []

    /// Creates a scope for a table, with an alias if an outer SELECT may use the same table.
    init(_ table: String, alias: String? = nil) {
        root = Dialect.quoted(alias ?? table)
        from = Dialect.quoted(table) + (alias.map { " AS \(Dialect.quoted($0))" } ?? "")
    }

    var hasJoins: Bool { !joined.isEmpty }

    /// Returns a column, and joins the tables on the path to it.
    mutating func column(_ reference: _Core.ColumnReference, _ writer: inout SQLWriter) -> String {
        "\(table(of: reference.path[...], &writer)).\(Dialect.quoted(reference.column))"
    }

    /// Returns the name of the table at the end of a path of relations.
    mutating func table(of path: ArraySlice<_Core.RelationStep>, _ writer: inout SQLWriter) -> String {
        guard let step = path.last else { return root }
        if let known = joined.first(where: { $0.path == path }) { return known.alias }
        let source = table(of: path.dropLast(), &writer)
        let alias = Dialect.quoted(writer.alias())
        let isOuter = path.contains { $0.isNullable }
        from += " \(isOuter ? "LEFT JOIN" : "JOIN") \(Dialect.quoted(step.table)) AS \(alias)"
        from += " ON \(alias).\(Dialect.quoted(step.key)) = \(source).\(Dialect.quoted(step.column))"
        joined.append((path, alias))
        return alias
    }
}
