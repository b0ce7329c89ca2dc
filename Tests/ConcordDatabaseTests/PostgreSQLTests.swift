import Concord
import ConcordDatabase
import ConcordPostgreSQL
import ConcordTestDatabases
import ConcordTesting
import Foundation
import Testing

/// Behavior that is specific to a database server.
@Suite struct PostgreSQLTests {
    /// Runs a test in a database with a pool size.
    private func run(
        poolSize: Int = 10, statementTimeout: Duration? = nil,
        _ test: (Database, _ url: String) async throws -> Void
    ) async throws {
        try await PostgreSQLServer.shared.run(tablesOf: TestDatabase.models) { url in
            let database = Database(
                try PostgreSQLDatabase(url: url, poolSize: poolSize, statementTimeout: statementTimeout))
            try await database.run { try await test(database, url) }
            try await database.close()
        }
    }

    private func numbers(_ database: Database, _ query: SQLQuery) async throws -> [Int] {
        let rows: [(Int)] = try await database.rows(query, as: Int.self)
        return rows
    }

    /// Waits until a condition of the server is true, and fails after many attempts.
    private func expectEventually(_ condition: () async throws -> Bool) async throws {
        for _ in 0..<100_000 where try await condition() { return }
        Issue.record("The condition did not become true.")
    }

    @Test func theDriverIsFoundByTheURL() async throws {
        try await PostgreSQLServer.shared.run(tablesOf: TestDatabase.models) { url in
            let other = "postgresql:" + url.drop { $0 != ":" }.dropFirst()
            for url in [url, other] {
                let database = try await Database(url: url)
                #expect(database.dialect == .postgreSQL)
                #expect(try await numbers(database, "SELECT count(*) FROM owner") == [0])
                try await database.close()
            }
        }
        await #expect(throws: DatabaseError.self) { try await Database(url: "postgres://x@y/z?unknown=1") }
        await #expect(throws: ServedAPI.DatabaseRequired.self) { try await Database(url: "mysql://x@y/z") }
    }

    @Test func hostileTextsAreValues() async throws {
        try await run { database, _ in
            let payloads = [
                "'; DROP TABLE owner; --", "' OR '1'='1", "\\' OR 1=1 --", "x\"; DELETE FROM owner; --", "$1", "%s",
                "E'\\x27'", "$$; SELECT pg_sleep(9); $$", "\u{2019} OR 1=1", "/*", "ｘ＇ OR 1=1", "%\u{301}", "_\u{20DD}",
            ]
            for (index, payload) in payloads.enumerated() {
                try await Owner.objects.create(Owner(id: 0, email: "\(index)@x.no", city: payload))
            }
            for (index, payload) in payloads.enumerated() {
                let own = "\(index)@x.no"
                #expect(try await Owner.objects.get { $0.city == payload }.email == own)
                #expect(try await Owner.objects.filter { $0.city.contains(payload) }.values { $0.email } == [own])
                #expect(
                    try await Owner.objects.filter { $0.city.hasPrefix(payload, ignoringCase: true) }
                        .values { $0.email } == [own])
                #expect(try await Owner.objects.filter { $0.city.isIn([payload]) }.count() == 1)
                #expect(try await numbers(database, "SELECT count(*) FROM owner WHERE city = \(payload)") == [1])
            }
            #expect(try await Owner.objects.order(by: .ascending(\.city)).fetch().count == payloads.count)
            let client = TestClient(StationsAPI.self) { $0.environment.database = database }
            for payload in payloads {
                for query in ["search", "ordering", "page", "status"] {
                    let text = payload.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                    #expect(try await client.get("/stations?\(query)=\(text)").status.code < 500)
                }
            }
            #expect(try await Owner.objects.count() == payloads.count)
        }
    }

    @Test func aTextThatCannotBeStoredIsTheClientsError() async throws {
        try await run { database, _ in
            let client = TestClient(StationsAPI.self) { $0.environment.database = database }
            #expect(try await client.post("/owners", json: ["email": "a@x.no", "city": "a\u{0}b"]).status == 400)
            #expect(try await client.get("/stations?search=%00").status == 400)
            #expect(try await client.post("/owners", json: ["email": "a@x.no", "city": "ab"]).status == 201)
            let values: [JSON] = ["a\u{0}", ["a\u{0}": 1]]
            for value in values {
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.rows("SELECT \(value)", as: JSON.self)
                }
                #expect(error?.kind == .invalidValue)
            }
            let far = try #require(TimeOfDay("12:00:00+20:00"))
            for query: SQLQuery in ["SELECT \(far)", "SELECT \(Duration.seconds(Int64.max))", "SELECT \(70000)::int2"] {
                let error = await #expect(throws: DatabaseError.self) { try await database.execute(query) }
                #expect(error?.kind == .invalidValue)
            }
        }
    }

    @Test func valuesOfTheServersOwnTypesAreRead() async throws {
        try await run { database, _ in
            let texts: [(String, String?)] = try await database.rows(
                """
                SELECT value::text, value FROM (VALUES ('a'::varchar), (NULL), ('ä'::varchar)) AS v (value)
                WHERE value IS NOT NULL
                """)
            #expect(texts.map(\.0) == ["a", "ä"])
            for text in ["0", "-1.50", "10000", "0.0001", "123456789012.000100", "99999999.99999999", "-0.00000012"] {
                let decimal = try #require(Decimal(string: text))
                let rows: [(Decimal, Decimal)] = try await database.rows("SELECT \(decimal), \(text)::numeric")
                #expect(rows.first?.0 == decimal && rows.first?.1 == decimal)
            }
            let rows: [(Duration, Duration, Int, Double)] = try await database.rows(
                "SELECT interval '1 day 00:00:00.000001', \(Duration.seconds(-90)), sum(x::int8), avg(x) FROM generate_series(1, 4) x"
            )
            #expect(rows.first?.0 == .seconds(86_400) + .microseconds(1))
            #expect(rows.first?.1 == .seconds(-90))
            #expect(rows.first?.2 == 10 && rows.first?.3 == 2.5)
            await #expect(throws: (any Error).self) {
                try await database.rows("SELECT repeat('7', 40)::numeric", as: Decimal.self)
            }
            await #expect(throws: (any Error).self) { try await database.rows("SELECT inet '::1'", as: String.self) }
            await #expect(throws: (any Error).self) {
                try await database.rows("SELECT 'infinity'::timestamptz", as: Date.self)
            }
        }
    }

    @Test func manyTasksShareAFewConnections() async throws {
        try await run(poolSize: 2) { database, _ in
            let processes = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<50 {
                    group.addTask { try await numbers(database, "SELECT pg_backend_pid()").first ?? 0 }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect((1...2).contains(processes.count))
        }
    }

    @Test func aTaskThatWaitsForAConnectionCanBeCanceled() async throws {
        try await run(poolSize: 1) { database, _ in
            try await database.transaction {
                let waiting = Task.detached {
                    try await database.run { try await database.execute("SELECT 1") }
                }
                waiting.cancel()
                await #expect(throws: CancellationError.self) { try await waiting.value }
            }
            #expect(try await numbers(database, "SELECT 1") == [1])
        }
    }

    @Test func aConnectionThatTheServerEndsIsMadeAnew() async throws {
        try await run(poolSize: 1) { database, url in
            let other = Database(try PostgreSQLDatabase(url: url, poolSize: 1))
            let process = try #require(try await numbers(database, "SELECT pg_backend_pid()").first)
            // While the connection is idle, its loss isn't noticed.
            try await other.execute("SELECT pg_terminate_backend(\(process)::int, 5000)")
            let next = try #require(try await numbers(database, "SELECT pg_backend_pid()").first)
            #expect(next != process)
            // In the middle of a transaction, its changes are lost, and nothing more is executed.
            let inside = await #expect(throws: DatabaseError.self) {
                try await database.transaction {
                    try await Owner.objects.create(Owner(id: 0, email: "a@x.no"))
                    try await other.execute("SELECT pg_terminate_backend(\(next)::int, 5000)")
                    _ = try? await Owner.objects.create(Owner(id: 0, email: "b@x.no"))
                    try await Owner.objects.create(Owner(id: 0, email: "c@x.no"))
                }
            }
            #expect(inside?.kind == .unavailable)
            #expect(try await Owner.objects.count() == 0)
            // In the middle of a statement.
            let itself = await #expect(throws: DatabaseError.self) {
                try await database.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            }
            #expect(itself?.kind == .unavailable)
            #expect(try await Owner.objects.count() == 0)
            try await other.close()
        }
    }

    @Test func aServerThatIsNotThereIsUnavailable() async throws {
        let database = Database(try PostgreSQLDatabase(url: "postgres://concord@127.0.0.1:1/none"))
        let error = await #expect(throws: DatabaseError.self) { try await database.execute("SELECT 1") }
        #expect(error?.kind == .unavailable)
        #expect(error?.refusal?.status == 503)
    }

    @Test func aStatementMayTakeSoLong() async throws {
        try await run(statementTimeout: .milliseconds(20)) { database, _ in
            let error = await #expect(throws: DatabaseError.self) { try await database.execute("SELECT pg_sleep(60)") }
            #expect(error?.kind == .timeout)
            let next = try await numbers(database, "SELECT 1")
            #expect(next == [1])
        }
    }

    @Test func aCanceledTaskEndsItsStatement() async throws {
        try await run(poolSize: 2) { database, _ in
            let running: SQLQuery = """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'
                """
            let sleeping = Task {
                try await database.transaction { try await database.execute("SELECT pg_sleep(600)") }
            }
            try await expectEventually { try await numbers(database, running) == [1] }
            sleeping.cancel()
            await #expect(throws: CancellationError.self) { try await sleeping.value }
            #expect(try await numbers(database, running) == [0])
            let open: SQLQuery = """
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'
                """
            #expect(try await numbers(database, open) == [0])
            // The next statement isn't terminated instead.
            for _ in 0..<20 { #expect(try await numbers(database, "SELECT 1") == [1]) }
        }
    }

    @Test func aTransactionWithAFailedStatementIsNotCommitted() async throws {
        try await run { database, _ in
            await #expect(throws: DatabaseError.self) {
                try await database.transaction {
                    try await Owner.objects.create(Owner(id: 0, email: "a@x.no"))
                    _ = try? await database.execute("SELECT 1 / 0")
                }
            }
            #expect(try await Owner.objects.count() == 0)
            try await database.transaction {
                let first = try await Owner.objects.filter { $0.email == "a@x.no" }
                    .getOrCreate(Owner(id: 0, email: "a@x.no"))
                // An object exists that the query doesn't find. The transaction continues.
                await #expect(throws: DoesNotExist.self) {
                    try await Owner.objects.filter { $0.city == "x" }.getOrCreate(Owner(id: 0, email: "a@x.no"))
                }
                #expect(first.isNew)
            }
            #expect(try await Owner.objects.count() == 1)
        }
    }

    @Test func databasesOfTwoProcessesLoseNoUpdate() async throws {
        try await run { database, url in
            let databases = [database, Database(try PostgreSQLDatabase(url: url))]
            let id = try await Owner.objects.create(Owner(id: 0, email: "counter@x.no", city: "0")).id
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    let database = databases[number % 2]
                    group.addTask {
                        try await database.run {
                            try await database.transaction {
                                var owner = try await Owner.objects.selectForUpdate().get { $0.id == id }
                                owner.city = String((owner.city.flatMap { Int($0) } ?? 0) + 1)
                                try await owner.save()
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await Owner.objects.get().city == "40")
            try await databases[1].close()
        }
    }

    @Test func aTransactionThatIsInTheWayOfAnotherIsRunAgain() async throws {
        try await run { database, _ in
            let id = try await Owner.objects.create(Owner(id: 0, email: "counter@x.no", city: "0")).id
            let attempts = try await withThrowingTaskGroup(of: Int.self) { group in
                let (first, second) = (Meeting(), Meeting())
                for (own, other) in [(first, second), (second, first)] {
                    group.addTask {
                        var attempts = 0
                        try await database.transaction(isolation: .serializable) {
                            attempts += 1
                            var owner = try await Owner.objects.get { $0.id == id }
                            await own.arrive()
                            await other.wait()
                            owner.city = String((owner.city.flatMap { Int($0) } ?? 0) + 1)
                            try await owner.save()
                        }
                        return attempts
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(attempts >= 3)
            #expect(try await Owner.objects.get().city == "2")
        }
    }

    @Test func aTableMayChangeUnderAPreparedStatement() async throws {
        try await run(poolSize: 1) { database, _ in
            try await database.execute("CREATE TABLE changing (a int)")
            try await database.execute("INSERT INTO changing VALUES (1)")
            let all: SQLQuery = "SELECT * FROM changing"
            for _ in 0..<3 { #expect(try await numbers(database, all) == [1]) }
            try await database.execute("ALTER TABLE changing ALTER COLUMN a TYPE int8")
            for _ in 0..<3 { #expect(try await numbers(database, all) == [1]) }
            try await database.execute("ALTER TABLE changing ALTER COLUMN a TYPE int2")
            let found = try await database.transaction { try await numbers(database, all) }
            #expect(found == [1])
            for number in 0..<600 { #expect(try await numbers(database, all) == [1], "\(number)") }
        }
    }

    @Test func aKeyThatLeadsNowhereIsNamedInATransactionToo() async throws {
        try await run { database, _ in
            let violation = await #expect(throws: ConstraintViolation.self) {
                try await database.transaction {
                    _ = try await Visit.objects.create(Visit(id: 0, station: UUID(), visitor: "Eva", minutes: 5))
                }
            }
            #expect(violation?.fields == ["station"])
            let owner = try await Owner.objects.create(Owner(id: 0, email: "a@x.no"))
            let station = try await Station.objects.create(
                Station(id: UUID(), name: "Peak", owner: owner.id, tags: [], created: .now, changed: .now))
            let changed = await #expect(throws: ConstraintViolation.self) {
                try await Station.objects.filter { $0.id == station.id }.update(.set(\.owner, to: 99))
            }
            #expect(changed?.fields == ["owner"])
        }
    }
}

/// A point that one task reaches and another task waits for.
private actor Meeting {
    private var hasArrived = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func arrive() {
        hasArrived = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    func wait() async {
        if hasArrived { return }
        await withCheckedContinuation { waiting.append($0) }
    }
}
