import ConcordCore

extension Dialect {
    /// Returns the parameter at a position, starting at 1.
    package func parameter(_ position: Int) -> String {
        switch self {
        case .sqlite: "?"
        case .postgreSQL: "$\(position)"
        }
    }

    /// Returns the parameter at a position with a type. PostgreSQL requires `integer`, not `bigint`, for an `Int32`.
    func parameter(_ position: Int, of type: _Core.ColumnType) -> String {
        switch (self, type) {
        case (.postgreSQL, .integer(bits: 16)): "CAST(\(parameter(position)) AS smallint)"
        case (.postgreSQL, .integer(bits: 32)): "CAST(\(parameter(position)) AS integer)"
        default: parameter(position)
        }
    }

    /// Returns the statement that begins a transaction. In SQLite, it acquires the write lock immediately, because a
    /// transaction that reads before it writes could fail otherwise.
    func begin(_ isolation: TransactionIsolation?) -> SQLStatement {
        switch self {
        case .sqlite: "BEGIN IMMEDIATE"
        case .postgreSQL: SQLStatement("BEGIN" + (isolation.map { " ISOLATION LEVEL \($0.rawValue)" } ?? ""))
        }
    }

    /// Returns the comparison operator, which treats null as a value if operands can be null.
    func comparison(_ comparison: Condition.Comparison, nullable: Bool) -> String {
        switch (comparison, self) {
        case (.equal, .sqlite) where nullable: "IS"
        case (.notEqual, .sqlite) where nullable: "IS NOT"
        case (.equal, .postgreSQL) where nullable: "IS NOT DISTINCT FROM"
        case (.notEqual, .postgreSQL) where nullable: "IS DISTINCT FROM"
        case (.notEqual, _): "<>"
        default: comparison.rawValue
        }
    }

    /// Returns the expression for a column in lowercase.
    func lowercased(_ column: String) -> String {
        switch self {
        case .sqlite: "concord_lower(\(column))"
        case .postgreSQL: "lower(\(column))"
        }
    }

    /// The operator that matches a pattern.
    var like: String {
        switch self {
        case .sqlite: "GLOB"
        case .postgreSQL: "LIKE"
        }
    }

    /// Returns the pattern for strings that contain, start with or end with a string.
    func pattern(_ text: String, anythingBefore: Bool, anythingAfter: Bool) -> String {
        let (special, wildcard): ([Unicode.Scalar], String) =
            switch self {
            case .sqlite: (["*", "?", "["], "*")
            case .postgreSQL: (["%", "_", "\\"], "%")
            }
        var pattern = anythingBefore ? wildcard : ""
        for scalar in text.unicodeScalars {
            guard special.contains(scalar) else {
                pattern.unicodeScalars.append(scalar)
                continue
            }
            pattern += self == .sqlite ? "[\(scalar)]" : "\\\(scalar)"
        }
        return pattern + (anythingAfter ? wildcard : "")
    }

    /// Returns an ORDER BY term. Null sorts before all other values in both databases.
    func order(_ column: String, isDescending: Bool, isNullable: Bool) -> String {
        let direction = isDescending ? " DESC" : ""
        guard self == .postgreSQL, isNullable else { return column + direction }
        return column + direction + (isDescending ? " NULLS LAST" : " NULLS FIRST")
    }
}
