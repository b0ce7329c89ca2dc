import Concord
import Foundation
import Synchronization
import Testing

/// The statements of a transaction are executed completely or not at all.
@Suite struct TransactionTests {
    private struct Failure: Error {}

    private func owner(_ name: String) -> Owner { Owner(id: 0, email: "\(name)@x.no") }

    private func emails() async throws -> [String] {
        try await Owner.objects.order(by: .ascending(\.email)).values { $0.email }
    }

    @Test(arguments: TestDatabase.allCases)
    func anErrorRollsBack(_ database: TestDatabase) async throws {
        try await database.run {
            let database = try Database.current
            await #expect(throws: Failure.self) {
                try await database.transaction {
                    try await Owner.objects.create(owner("a"))
                    #expect(try await Owner.objects.count() == 1)
                    throw Failure()
                }
            }
            #expect(try await emails().isEmpty)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aNestedTransactionFailsAlone(_ database: TestDatabase) async throws {
        try await database.run {
            let database = try Database.current
            try await database.transaction {
                try await Owner.objects.create(owner("a"))
                try? await database.transaction {
                    try await Owner.objects.create(owner("b"))
                    throw Failure()
                }
                // A failed statement ends its savepoint, and not the transaction.
                _ = try? await database.transaction { try await Owner.objects.create(owner("a")) }
                try await database.transaction { _ = try await Owner.objects.create(owner("c")) }
            }
            #expect(try await emails() == ["a@x.no", "c@x.no"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aCanceledTransactionIsRolledBack(_ database: TestDatabase) async throws {
        try await database.run {
            let database = try Database.current
            for isNested in [false, true] {
                let task = Task {
                    try await database.transaction {
                        try await Owner.objects.create(owner("a"))
                        if isNested {
                            try await database.transaction { withUnsafeCurrentTask { $0?.cancel() } }
                        } else {
                            withUnsafeCurrentTask { $0?.cancel() }
                        }
                    }
                }
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(try await emails().isEmpty)
            }
            try await database.transaction { _ = try await Owner.objects.create(owner("a")) }
            #expect(try await emails() == ["a@x.no"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func onCommitWaitsForTheOutermost(_ database: TestDatabase) async throws {
        try await database.run {
            let database = try Database.current
            let events = Mutex<[String]>([])
            let note: @Sendable (String) -> Void = { event in events.withLock { $0.append(event) } }
            try await database.transaction {
                try await database.transaction { try await database.onCommit { note("inner") } }
                try? await database.transaction {
                    try await database.onCommit { note("never") }
                    throw Failure()
                }
                try await database.onCommit { note("outer") }
                note("body")
            }
            #expect(events.withLock { $0 } == ["body", "inner", "outer"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func transactionsOfManyTasksLoseNothing(_ database: TestDatabase) async throws {
        try await database.run {
            let database = try Database.current
            let id = try await Owner.objects.create(owner("counter")).id
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await database.transaction {
                            var owner = try await Owner.objects.selectForUpdate().get { $0.id == id }
                            owner.city = String((owner.city.flatMap { Int($0) } ?? 0) + 1)
                            try await owner.save()
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await Owner.objects.get().city == "40")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func valuesOfOwnStatementsAreBound(_ database: TestDatabase) async throws {
        try await database.run {
            let database = try Database.current
            let hostile = "x'); DROP TABLE owner; --"
            try await database.execute("INSERT INTO owner (email, city) VALUES (\("e@x.no"), \(hostile))")
            let rows: [(Int, String?)] = try await database.rows("SELECT id, city FROM owner WHERE city = \(hostile)")
            #expect(rows.map(\.1) == [hostile])
            let small: [(Int16, Int32, Int64)] = try await database.rows(
                "SELECT \(Int16.min), \(Int32.max), \(Int64.min)")
            #expect(small[0] == (.min, .max, .min))
            if database.dialect == .postgreSQL {
                let day = try #require(CalendarDate("2026-02-27"))
                let days: [CalendarDate] = try await database.rows("SELECT \(day) + \(Int32(2))")
                #expect(days == [CalendarDate("2026-03-01")])
            }
        }
    }
}
