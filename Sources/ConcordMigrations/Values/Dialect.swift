/// An SQL dialect.
public enum Dialect: String, Sendable {
    /// The SQL of SQLite.
    case sqlite = "SQLite"
    /// The SQL of PostgreSQL.
    case postgreSQL = "PostgreSQL"
}

extension Dialect {
    /// Returns a quoted identifier.
    package static func quoted(_ name: String) -> String { enclosed(name, in: "\"") }

    /// Returns a string between quotation marks, with the marks inside it doubled.
    package static func enclosed(_ text: String, in mark: Unicode.Scalar) -> String {
        var enclosed = String(mark)
        // A combining character after a mark forms another Character in Swift, but not in the database.
        for scalar in text.unicodeScalars {
            if scalar == mark { enclosed.unicodeScalars.append(mark) }
            enclosed.unicodeScalars.append(scalar)
        }
        enclosed.unicodeScalars.append(mark)
        return enclosed
    }
}
