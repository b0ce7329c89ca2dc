public import ConcordCore

/// Counts requests in the database of the app, so that several instances share the counts.
///
///     static let throttles: [any Throttle] = [RateThrottle("100/hour", counts: .database(scope: "reports"))]
///
/// The counts are in the table `concord_throttle`, which is created on first use.
public struct DatabaseThrottleCounts: ThrottleCounts {
    private let scope: String

    /// Creates counts that all throttles with the same scope share.
    public init(scope: String) { self.scope = scope }

    /// Counts a request and returns the remaining duration of the period if the client has reached the maximum.
    ///
    /// - Throws: ``DatabaseError``, or ``NoDatabase`` if the app has no database.
    public func count(_ client: String, requests: Int, period: Duration) async throws -> Duration? {
        let database = try Database.current
        let counted: Counted
        do {
            counted = try await count(client, period, in: database)
        } catch let error as DatabaseError where error.kind == .other {
            try await createTable(in: database)
            counted = try await count(client, period, in: database)
        }
        if counted.requests == 1 { try await deleteOldCounts(in: database) }
        return counted.requests > requests ? .milliseconds(max(1, counted.milliseconds)) : nil
    }

    /// The number of requests of a client in the period, and the remaining time of the period.
    private struct Counted {
        let requests: Int
        let milliseconds: Int
    }

    private func count(_ client: String, _ period: Duration, in database: Database) async throws -> Counted {
        let statement = counting(client, period, database.dialect)
        let rows = try await database.rows(of: statement, writes: true) { row in
            Counted(requests: try Int(row, at: 0), milliseconds: try Int(row, at: 1))
        }
        guard let counted = rows.first else {
            throw DatabaseError(.other, "The count has no row.", statement: statement)
        }
        return counted
    }

    private func createTable(in database: Database) async throws {
        let text = """
            CREATE TABLE IF NOT EXISTS "concord_throttle" ("scope" TEXT NOT NULL, "client" TEXT NOT NULL, \
            "ends" BIGINT NOT NULL, "requests" BIGINT NOT NULL, PRIMARY KEY ("scope", "client"))
            """
        try await database.transaction {
            try await database.lockTables()
            try await database.execute(statement: SQLStatement(text))
        }
    }

    /// Returns the statement that counts a request atomically. It uses the time of the database.
    private func counting(_ client: String, _ period: Duration, _ dialect: Dialect) -> SQLStatement {
        var writer = SQLWriter(dialect)
        let now = dialect.milliseconds
        let (seconds, attoseconds) = period.components
        let length = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        let values = [.text(scope), .text(client), .integer(length)].map { writer.bind($0) }
        let again = writer.bind(.integer(length))
        let text = """
            INSERT INTO "concord_throttle" AS "t" ("scope", "client", "ends", "requests") \
            VALUES (\(values[0]), \(values[1]), \(now) + \(values[2]), 1) \
            ON CONFLICT ("scope", "client") DO UPDATE SET \
            "requests" = CASE WHEN "t"."ends" <= \(now) THEN 1 ELSE "t"."requests" + 1 END, \
            "ends" = CASE WHEN "t"."ends" <= \(now) THEN \(now) + \(again) ELSE "t"."ends" END \
            RETURNING "requests", "ends" - \(now)
            """
        return SQLStatement(text, writer.bindings)
    }

    /// Occasionally deletes expired counts, when a new period begins.
    private func deleteOldCounts(in database: Database) async throws {
        guard Int.random(in: 0..<100) == 0 else { return }
        let text = "DELETE FROM \"concord_throttle\" WHERE \"ends\" <= \(database.dialect.milliseconds)"
        try await database.execute(statement: SQLStatement(text))
    }
}

extension ThrottleCounts where Self == DatabaseThrottleCounts {
    /// Counts requests in the database of the app. All throttles with the same scope share the counts.
    public static func database(scope: String) -> DatabaseThrottleCounts { DatabaseThrottleCounts(scope: scope) }
}

extension Dialect {
    /// The time of the database in milliseconds since 1970.
    fileprivate var milliseconds: String {
        switch self {
        case .sqlite: "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
        case .postgreSQL: "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)"
        }
    }
}
