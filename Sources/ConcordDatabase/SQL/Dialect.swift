import ConcordCore

extension Dialect {
    /// The parameter at a position, from 1.
    package func parameter(_ position: Int) -> String {
        switch self {
        case .sqlite: "?"
        case .postgreSQL: "$\(position)"
        }
    }

    /// The parameter at a position, as a value of a type: PostgreSQL takes an `Int32` for an `integer`, and no `bigint`.
    func parameter(_ position: Int, of type: _Core.ColumnType) -> String {
        switch (self, type) {
        case (.postgreSQL, .integer(bits: 16)): "CAST(\(parameter(position)) AS smallint)"
        case (.postgreSQL, .integer(bits: 32)): "CAST(\(parameter(position)) AS integer)"
        default: parameter(position)
        }
    }

    /// The statement that begins a transaction. SQLite's takes the place of the one writer at once: a transaction that reads
    /// before it writes could otherwise fail half way.
    func begin(_ isolation: TransactionIsolation?) -> SQLStatement {
        switch self {
        case .sqlite: "BEGIN IMMEDIATE"
        case .postgreSQL: SQLStatement("BEGIN" + (isolation.map { " ISOLATION LEVEL \($0.rawValue)" } ?? ""))
        }
    }

    /// How two values are compared where null is a value like any other.
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

    /// The text of a column in lower case.
    func lowercased(_ column: String) -> String {
        switch self {
        case .sqlite: "concord_lower(\(column))"
        case .postgreSQL: "lower(\(column))"
        }
    }

    /// The word that compares with a pattern.
    var like: String {
        switch self {
        case .sqlite: "GLOB"
        case .postgreSQL: "LIKE"
        }
    }

    /// A pattern that texts match which have a text at a place.
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

    /// Null counts as less than any value, in both databases.
    func order(_ column: String, isDescending: Bool, isNullable: Bool) -> String {
        let direction = isDescending ? " DESC" : ""
        guard self == .postgreSQL, isNullable else { return column + direction }
        return column + direction + (isDescending ? " NULLS LAST" : " NULLS FIRST")
    }
}
