import CConcordPostgreSQL

/// The prepared statements of a connection. A statement is prepared when it is executed for the second time. If there
/// are too many, the least recently used statement is dropped.
struct PreparedStatements {
    /// A statement with the types of its parameters, from which the server chooses operators.
    struct Key: Hashable {
        let text: String
        let types: [Oid]
    }

    /// The way to execute a statement.
    enum Use {
        /// Execute it without preparing it, because it is new.
        case once
        /// Prepare it with a name.
        case prepare(name: String)
        case prepared(name: String)
    }

    private struct Entry {
        var name: String?
        var lastUse: Int
    }

    private var entries: [Key: Entry] = [:]
    private var uses = 0
    private let limit = 256

    /// Records the execution of a statement.
    ///
    /// - Returns: The way to execute it, and the name of a statement to deallocate on the server.
    mutating func use(_ key: Key) -> (use: Use, dropped: String?) {
        // A bulk statement is unlikely to recur with the same number of rows.
        guard key.types.count <= limit else { return (.once, nil) }
        uses += 1
        guard let entry = entries[key] else {
            let dropped = entries.count < limit ? nil : removeOldest()
            entries[key] = Entry(lastUse: uses)
            return (.once, dropped)
        }
        entries[key]?.lastUse = uses
        if let name = entry.name { return (.prepared(name: name), nil) }
        let name = "concord_\(uses)"
        entries[key]?.name = name
        return (.prepare(name: name), nil)
    }

    /// Removes a statement that the server could not prepare.
    mutating func forget(_ key: Key) { entries[key] = nil }

    /// Removes all statements.
    mutating func forgetAll() { entries = [:] }

    private mutating func removeOldest() -> String? {
        guard let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return nil }
        entries[oldest.key] = nil
        return oldest.value.name
    }
}
