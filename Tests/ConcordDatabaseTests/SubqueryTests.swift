import Concord
import Foundation
import Testing

/// Conditions use the results of other queries.
@Suite struct SubqueryTests {
    /// Three owners, of whom the first two have a station each, and visits to the first station.
    private func withStations(_ database: TestDatabase, _ test: () async throws -> Void) async throws {
        try await database.run {
            try await Owner.objects.bulkInsert([
                Owner(id: 0, email: "a@x.no", city: "Oslo"), Owner(id: 0, email: "b@x.no"),
                Owner(id: 0, email: "Peak", city: "Bergen"),
            ])
            var stations: [Station] = []
            for (name, owner) in [("Peak", 1), ("Sea", 2)] {
                stations.append(
                    try await Station.objects.create(
                        Station(
                            id: UUID(), name: name, owner: owner, parent: stations.first?.id, created: .now,
                            changed: .now)))
            }
            let station = stations[0].id
            try await Visit.objects.bulkInsert(
                ["Eva", "Sea"].map { Visit(id: 0, station: station, visitor: $0, minutes: 5) })
            try await test()
        }
    }

    private func names(_ condition: (Station.Columns) -> Condition) async throws -> [String] {
        try await Station.objects.filter(condition).values { $0.name }
    }

    @Test(arguments: TestDatabase.allCases)
    func valuesAreAmongThoseOfAQuery(_ database: TestDatabase) async throws {
        try await withStations(database) {
            let inOslo = Owner.objects.filter { $0.city == "Oslo" }
            let found = try await names { $0.owner.isIn(Subquery(inOslo) { $0.id }) }
            #expect(found == ["Peak"])
            #expect(try await names { !$0.owner.isIn(Subquery(inOslo) { $0.id }) } == ["Sea"])
            // A null among the values doesn't make a condition unknown.
            let parents = Subquery(Station.objects) { $0.parent }
            #expect(try await names { $0.id.isIn(parents) } == ["Peak"])
            #expect(try await names { !$0.id.isIn(parents) } == ["Sea"])
            #expect(try await names { !$0.parent.isIn(Subquery(Station.objects) { $0.id }) } == ["Peak"])
            let last = Station.objects.order(by: .descending(\.name)).limit(1)
            #expect(try await names { $0.name.isIn(Subquery(last) { $0.name }) } == ["Sea"])
            let emails = Subquery(Owner.objects.filter { $0.city == "Bergen" }) { $0.email }
            #expect(try await names { $0.name.isIn(emails) } == ["Peak"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aSubqueryRefersToTheQueryAroundIt(_ database: TestDatabase) async throws {
        try await withStations(database) {
            let found = try await names { station in
                .exists(Visit.objects.filter { $0.visitor == OuterRef(station.name) })
            }
            #expect(found == ["Sea"])
            let nested = try await names { station in
                .exists(
                    Owner.objects.filter { owner in
                        owner.id == OuterRef(station.owner)
                            && .exists(Visit.objects.filter { $0.station.owner == OuterRef(owner.id) })
                    })
            }
            #expect(nested == ["Peak"])
            let joined = try await names { station in
                !.exists(Visit.objects.filter { $0.station.name == OuterRef(station.parent.name) })
            }
            #expect(joined == ["Peak"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func setsOfObjectsChangeAndGo(_ database: TestDatabase) async throws {
        try await withStations(database) {
            let (peak, sea) = (
                Station.objects.filter { $0.name == "Peak" }, Station.objects.filter { $0.name == "Sea" }
            )
            let both = peak.union(sea, peak)
            let names = try await both.values { $0.name }
            #expect(names == ["Peak", "Sea"])
            #expect(try await both.order(by: .descending(\.name)).limit(1).values { $0.name } == ["Sea"])
            #expect(try await both.filter { $0.owner == 2 }.update(.set(\.elevation, to: 9)) == 1)
            #expect(try await both.difference(peak).intersection(both).get().elevation == 9)
            #expect(try await both.difference(peak.limit(1)).delete() == 1)
            #expect(try await Station.objects.values { $0.name } == ["Peak"])
        }
    }

    @Test func theStatementIsThereToRead() {
        let owners = Owner.objects.filter { $0.city == "Oslo" }
        let query = Visit.objects.order(by: []).filter { visit in
            visit.station.owner.isIn(Subquery(owners) { $0.id })
                && .exists(Tag.objects.filter { $0.word == OuterRef(visit.visitor) })
        }
        #expect(
            query.sql.description == """
                SELECT "visit"."id", "visit"."station", "visit"."visitor", "visit"."minutes" FROM "visit" \
                JOIN "station" AS "t1" ON "t1"."id" = "visit"."station" \
                WHERE "t1"."owner" IN (SELECT "t2"."id" FROM "owner" AS "t2" WHERE "t2"."city" = ?) \
                AND EXISTS (SELECT 1 FROM "tag" AS "t3" WHERE "t3"."word" = "visit"."visitor") -- 'Oslo'
                """)
    }
}
