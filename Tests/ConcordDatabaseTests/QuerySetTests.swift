import Concord
import Foundation
import Testing

/// Queries find the objects that satisfy their conditions.
@Suite struct QuerySetTests {
    /// Creates four stations of three owners, one of which has no station.
    private func library() async throws -> [Station] {
        var owners = [
            Owner(id: 0, email: "anna@x.no", city: "Oslo"), Owner(id: 0, email: "BO@x.no"),
            Owner(id: 0, email: "cy@y.no", city: "Bergen"),
        ]
        owners = try await Owner.objects.bulkInsert(owners)
        #expect(owners.map(\.id) == [1, 2, 3])
        try await Tag.objects.bulkInsert([Tag(word: "high"), Tag(word: "wet")])
        var stations: [Station] = []
        for (name, elevation, owner, tags) in [
            ("Peak", 2469.0, 1, ["high", "wet"]), ("peakish 100%", nil, 1, []), ("Sea_side", 2, 2, ["wet"]),
            ("Ærø", 50, 2, []),
        ] as [(String, Double?, Int, [String])] {
            stations.append(
                try await Station.objects.create(
                    Station(
                        id: UUID(), name: name, elevation: elevation, owner: owner, parent: stations.first?.id,
                        tags: tags,
                        created: .now, changed: .now)))
        }
        return stations
    }

    private func names(_ condition: (Station.Columns) -> Condition) async throws -> [String] {
        try await Station.objects.filter(condition).fetch().map(\.name)
    }

    @Test(arguments: TestDatabase.allCases)
    func conditionsAreTrueAsInSwift(_ database: TestDatabase) async throws {
        try await database.run {
            _ = try await library()
            #expect(try await names { $0.elevation >= 50 } == ["Peak", "Ærø"])
            #expect(try await names { !($0.elevation >= 50) } == ["Sea_side", "peakish 100%"])
            #expect(try await names { $0.elevation != 2 } == ["Peak", "peakish 100%", "Ærø"])
            #expect(try await names { $0.elevation == nil } == ["peakish 100%"])
            #expect(try await names { $0.elevation != nil && $0.owner == 2 } == ["Sea_side", "Ærø"])
            #expect(try await names { $0.status == .retired }.isEmpty)
            #expect(try await names { $0.name.isIn(["Peak", "Ærø", "x"]) } == ["Peak", "Ærø"])
            #expect(try await names { $0.name.isIn([]) }.isEmpty)
            #expect(try await names { $0.name == "Peak" || $0.elevation < 10 } == ["Peak", "Sea_side"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func textsAreComparedByPatterns(_ database: TestDatabase) async throws {
        try await database.run {
            _ = try await library()
            #expect(try await names { $0.name.contains("eak") } == ["Peak", "peakish 100%"])
            #expect(try await names { $0.name.hasPrefix("Peak") } == ["Peak"])
            #expect(try await names { $0.name.hasPrefix("PEAK", ignoringCase: true) } == ["Peak", "peakish 100%"])
            #expect(try await names { $0.name.hasSuffix("side") } == ["Sea_side"])
            #expect(try await names { $0.name.equals(ignoringCase: "æRØ") } == ["Ærø"])
            // With a combining mark, a wildcard is another character in Swift, but not in the database.
            for wildcard in ["%\u{301}", "_\u{20DD}", "*\u{301}", "?\u{301}", "[\u{301}a-z]"] {
                #expect(try await names { $0.name.contains(wildcard) }.isEmpty)
            }
            for wildcard in ["%", "_", "*", "?", "[a-z]", "\\", "'", "\""] {
                let found = try await names { $0.name.contains(wildcard) }
                #expect(found == (wildcard == "%" ? ["peakish 100%"] : wildcard == "_" ? ["Sea_side"] : []))
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func conditionsFollowRelations(_ database: TestDatabase) async throws {
        try await database.run {
            _ = try await library()
            #expect(try await names { $0.owner.email.hasSuffix("@x.no") && $0.owner.city == "Oslo" }.count == 2)
            #expect(try await names { $0.owner.city == nil } == ["Sea_side", "Ærø"])
            #expect(try await names { $0.parent.name == "Peak" }.count == 3)
            #expect(try await names { !($0.parent.name == "Peak") } == ["Peak"])
            #expect(try await names { $0.parent.owner.email == "anna@x.no" }.count == 3)
            #expect(try await names { $0.tags.contains { $0.word == "wet" } } == ["Peak", "Sea_side"])
            #expect(try await names { $0.tags.isEmpty } == ["peakish 100%", "Ærø"])
            let owners = Owner.objects.order(by: .ascending(\.id))
            let withHigh = owners.filter { $0.related(\Station.owner).contains { $0.elevation > 1000 } }
            #expect(try await withHigh.fetch().map(\.id) == [1])
            let without = owners.filter { $0.related(\Station.owner).isEmpty }
            #expect(try await without.fetch().map(\.id) == [3])
            let byOwner = Station.objects.order(by: .descending { $0.owner.email }, .descending(\.name))
            #expect(try await byOwner.fetch().map(\.name) == ["peakish 100%", "Peak", "Ærø", "Sea_side"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func objectsAreSortedAndCut(_ database: TestDatabase) async throws {
        try await database.run {
            let stations = try await library()
            let high = Station.objects.order(by: .descending(\.elevation))
            #expect(try await high.fetch().map(\.elevation) == [2469, 50, 2, nil])
            #expect(try await high.reversed().fetch().map(\.elevation) == [nil, 2, 50, 2469])
            #expect(try await high.offset(1).limit(2).fetch().map(\.elevation) == [50, 2])
            #expect(try await high.offset(3).fetch().count == 1)
            #expect(try await high.limit(3).count() == 3)
            #expect(try await high.first()?.name == "Peak")
            #expect(try await high.last()?.name == "peakish 100%")
            #expect(
                try await high.values { ($0.name, $0.elevation) }.map(\.0) == [
                    "Peak", "Ærø", "Sea_side", "peakish 100%",
                ])
            #expect(try await Station.objects.get { $0.id == stations[2].id }.name == "Sea_side")
            #expect(try await Station.objects.filter { $0.name == "x" }.exists() == false)
            #expect(try await Station.objects.none().fetch().isEmpty)
            await #expect(throws: DoesNotExist.self) { try await Station.objects.get { $0.name == "x" } }
            await #expect(throws: MultipleObjectsReturned.self) { try await Station.objects.get { $0.owner == 1 } }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func manyObjectsChangeInOneStatement(_ database: TestDatabase) async throws {
        try await database.run {
            _ = try await library()
            let mine = Station.objects.filter { $0.owner.email == "anna@x.no" }
            #expect(try await mine.update(.set(\.status, to: .retired), .set(\.elevation, to: 7)) == 2)
            #expect(try await Station.objects.filter { $0.status == .retired && $0.elevation == 7 }.count() == 2)
            #expect(try await Station.objects.limit(1).delete() == 1)
            #expect(try await Station.objects.fetch().map(\.name) == ["Sea_side", "peakish 100%", "Ærø"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func objectsComeOneAfterTheOther(_ database: TestDatabase) async throws {
        try await database.run {
            try await Owner.objects.bulkInsert(
                (1...2300).map { Owner(id: 0, email: "\($0)@x.no", city: $0 % 3 == 0 ? nil : "C\($0 % 5)") })
            for query in [
                Owner.objects.all(), Owner.objects.order(by: .descending(\.city)).offset(7).limit(2100),
                Owner.objects.order(by: .ascending(\.city), .descending(\.id)).limit(1000),
                Owner.objects.filter { $0.id > 9999 },
            ] {
                var ids: [Int] = []
                for try await owner in query.stream() { ids.append(owner.id) }
                #expect(try await ids == query.order(by: query.ordering + [.ascending(\.id)]).fetch().map(\.id))
            }
            try await Station.objects.create(
                Station(id: UUID(), name: "Peak", owner: 1, created: .now, changed: .now))
            var names: [String] = []
            for try await station in Station.objects.order(by: .ascending { $0.owner.email }).stream() {
                names.append(station.name)
            }
            #expect(names == ["Peak"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func valuesAreWorkedOutInTheDatabase(_ database: TestDatabase) async throws {
        try await database.run {
            _ = try await library()
            let all = try await Station.objects.aggregate {
                (
                    $0.count, $0.elevation.count, $0.elevation.sum, $0.elevation.average, $0.elevation.minimum,
                    $0.name.maximum
                )
            }
            #expect(all == (4, 3, 2521, 2521 / 3.0, 2, "Ærø"))
            let none = try await Station.objects.none().aggregate { ($0.count, $0.elevation.sum) }
            #expect(none == (0, nil))
            let highest = Station.objects.order(by: .descending(\.elevation)).limit(2)
            let least = try await highest.aggregate { $0.elevation.minimum }
            #expect(least == 50)
            let byOwner = try await Station.objects.group(by: { $0.owner }, { ($0.count, $0.elevation.maximum) })
            #expect(byOwner.map { "\($0.key) \($0.values.0) \($0.values.1 ?? 0)" } == ["1 2 2469.0", "2 2 50.0"])
            let byCity = try await Station.objects.group(by: { $0.owner.city }, { $0.count })
            #expect(byCity.map { "\($0.key ?? "-") \($0.values)" } == ["- 2", "Oslo 2"])
            let byStatus = try await Station.objects.group(by: { $0.status }, { $0.name.distinctCount })
            #expect(byStatus.map(\.key) == [.active] && byStatus.map(\.values) == [4])
            let keys = try await Station.objects.values { ($0.status, $0.owner, $0.parent) }
            #expect(keys.map(\.0) == [.active, .active, .active, .active])
            #expect(keys.map(\.1) == [1, 2, 1, 2])
            #expect(keys.filter { $0.2 == nil }.count == 1)
        }
    }

    @Test func theStatementIsThereToRead() {
        let query = Station.objects.filter { $0.owner.email == "x" && $0.elevation != 3 }.limit(5)
        #expect(
            query.sql.description == """
                SELECT "station"."id", "station"."name", "station"."elevation", "station"."status", "station"."owner", \
                "station"."parent", "station"."created", "station"."changed" FROM "station" \
                JOIN "owner" AS "t1" ON "t1"."id" = "station"."owner" \
                WHERE "t1"."email" = ? AND "station"."elevation" IS NOT ? \
                ORDER BY "station"."name", "station"."id" LIMIT ? -- 'x', 3.0, 5
                """)
    }
}
