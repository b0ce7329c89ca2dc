import Concord
import ConcordSQLite
import Foundation
import Testing

/// `with` loads related objects with one additional query for each relation.
@Suite struct PrefetchingTests {
    private func makeStations(_ count: Int) async throws {
        try await Owner.objects.bulkInsert([Owner(id: 0, email: "a@x.no"), Owner(id: 0, email: "b@x.no")])
        try await Tag.objects.bulkInsert([Tag(word: "high"), Tag(word: "wet")])
        var root: UUID?
        for number in 0..<count {
            let station = try await Station.objects.create(
                Station(
                    id: UUID(), name: "S\(number)", owner: number % 2 + 1, parent: root,
                    tags: number % 2 == 0 ? ["high", "wet"] : [], created: .now, changed: .now))
            root = root ?? station.id
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func objectsComeWithThoseTheyLeadTo(_ database: TestDatabase) async throws {
        try await database.run {
            try await makeStations(3)
            let stations = Station.objects.order(by: .ascending(\.name))
            let owned = try await stations.with { $0.owner }.fetch()
            #expect(owned.map { "\($0.0.name) \($0.1.email)" } == ["S0 a@x.no", "S1 b@x.no", "S2 a@x.no"])
            let children = try await stations.with { $0.parent }.fetch()
            #expect(children.map(\.1?.name) == [nil, "S0", "S0"])
            let tagged = try await stations.with { $0.tags }.with { $0.owner }.fetch()
            #expect(tagged.map { $0.1.map(\.word).joined(separator: " ") } == ["high wet", "", "high wet"])
            #expect(tagged.map(\.2.id) == [1, 2, 1])
            let owners = Owner.objects.order(by: .ascending(\.id)).with { $0.related(\Station.owner) }
            for (owner, stations) in try await owners.fetch() {
                #expect(stations.map(\.name) == (owner.id == 1 ? ["S0", "S2"] : ["S1"]))
            }
            #expect(try await owners.first()?.0.id == 1)
            let none = try await Owner.objects.none().with { $0.related(\Station.owner) }.fetch()
            #expect(none.isEmpty)
            await #expect(throws: UnloadableRelation.self) { try await stations.with { $0.parent.owner }.fetch() }
        }
    }

    @Test func theNumberOfStatementsIsThatOfTheRelations() async throws {
        for count in [1, 50] {
            let driver = CountingDriver(try SQLiteDatabase(path: ":memory:"))
            let database = Database(driver)
            try await database.createTables(for: TestDatabase.models)
            try await database.run {
                try await makeStations(count)
                driver.forget()
                let found = try await Station.objects.with { $0.owner }.with { $0.parent }.fetch()
                #expect(found.count == count)
                // The stations, the keys of their tags, the owners, the parents and the keys of the parents' tags.
                #expect(driver.statements.count == (count == 1 ? 3 : 5))
            }
        }
    }
}
