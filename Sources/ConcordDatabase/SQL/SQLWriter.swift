import ConcordCore

/// Writes statements in a dialect and collects the values that are bound to their parameters.
struct SQLWriter {
    let dialect: Dialect
    private(set) var bindings: [QueryValue] = []
    private var aliases = 0
    /// The tables of the queries around the subquery that is written, the nearest at the end.
    var outerScopes: [SQLScope] = []

    init(_ dialect: Dialect) { self.dialect = dialect }

    /// Binds a value and returns its parameter.
    mutating func bind(_ value: QueryValue) -> String {
        bindings.append(value)
        return dialect.parameter(bindings.count)
    }

    /// A name for a table that no other table of the statement has.
    mutating func alias() -> String {
        aliases += 1
        return "t\(aliases)"
    }
}

/// The tables of one SELECT: that of its model, and those that relations lead to.
struct SQLScope {
    /// The quoted name that the model's table has in the statement.
    let root: String
    /// The table, and what it is joined with.
    private(set) var from: String
    private var joined: [(path: ArraySlice<_Core.RelationStep>, alias: String)] = []
    /// Whether a table is joined whose row may be missing.
    private var outer: Set<Int> = []

    /// Starts from a table; with an alias where another SELECT around this one may have the same table.
    init(_ table: String, alias: String? = nil) {
        root = Dialect.quoted(alias ?? table)
        from = Dialect.quoted(table) + (alias.map { " AS \(Dialect.quoted($0))" } ?? "")
    }

    var hasJoins: Bool { !joined.isEmpty }

    /// A column, with the tables joined that lead to it.
    mutating func column(_ reference: _Core.ColumnReference, _ writer: inout SQLWriter) -> String {
        "\(table(of: reference.path[...], &writer)).\(Dialect.quoted(reference.column))"
    }

    /// The name of the table that relations lead to.
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
