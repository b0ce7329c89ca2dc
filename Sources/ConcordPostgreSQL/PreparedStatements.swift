import CConcordPostgreSQL

/// The statements that the server has prepared for a connection. One that comes a second time is prepared; where there are too
/// many, the one that was not used for the longest time goes.
struct PreparedStatements {
    /// The server chooses operators by the types of the parameters.
    struct Key: Hashable {
        let text: String
        let types: [Oid]
    }

    /// How a statement is executed.
    enum Use {
        /// It has not come before.
        case once
        /// It is to be prepared under a name.
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

    /// Notes that a statement is executed.
    ///
    /// - Returns: How it is executed, and the name of another one that the server is to forget.
    mutating func use(_ key: Key) -> (use: Use, dropped: String?) {
        // A statement of many rows hardly comes again with as many.
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

    /// Forgets a statement that the server could not prepare.
    mutating func forget(_ key: Key) { entries[key] = nil }

    /// Forgets all statements.
    mutating func forgetAll() { entries = [:] }

    private mutating func removeOldest() -> String? {
        guard let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return nil }
        entries[oldest.key] = nil
        return oldest.value.name
    }
}
