/// The SQL of one kind of database.
public enum Dialect: String, Sendable {
    case sqlite = "SQLite"
    case postgreSQL = "PostgreSQL"
}

extension Dialect {
    /// Returns a name as the database takes it, whatever it contains.
    package static func quoted(_ name: String) -> String { enclosed(name, in: "\"") }

    /// Returns a name or a text between marks. Marks inside are doubled.
    package static func enclosed(_ text: String, in mark: Unicode.Scalar) -> String {
        var enclosed = String(mark)
        // What combines with a mark makes another character of it, but not for the database.
        for scalar in text.unicodeScalars {
            if scalar == mark { enclosed.unicodeScalars.append(mark) }
            enclosed.unicodeScalars.append(scalar)
        }
        enclosed.unicodeScalars.append(mark)
        return enclosed
    }
}
