import Concord
import Foundation
import Testing

/// Queries compare, exclude and store values that the database computes from fields.
@Suite struct ExpressionTests {
    /// Four visits to a station, of 10, 20, 30 and 40 minutes.
    private func withVisits(
        _ database: TestDatabase, _ test: (Station) async throws -> Void
    ) async throws {
        try await database.run {
            let owner = try await Owner.objects.create(Owner(id: 0, email: "a@x.no"))
            let station = try await Station.objects.create(
                Station(id: UUID(), name: "Peak", elevation: 5, owner: owner.id, created: .now, changed: .now))
            try await Visit.objects.bulkInsert(
                (1...4).map { Visit(id: 0, station: station.id, visitor: "V\($0)", minutes: $0 * 10) })
            try await test(station)
        }
    }

    private func visitors(_ condition: (Visit.Columns) -> Condition) async throws -> [String] {
        try await Visit.objects.filter(condition).order(by: .ascending(\.id)).values { $0.visitor }
    }

    @Test(arguments: TestDatabase.allCases)
    func numbersAreComputed(_ database: TestDatabase) async throws {
        try await withVisits(database) { _ in
            #expect(try await visitors { $0.minutes - $0.id > 28 } == ["V4"])
            #expect(try await visitors { $0.minutes * 2 + 1 == 41 } == ["V2"])
            #expect(try await visitors { $0.minutes / 7 == 4 } == ["V3"])
            #expect(try await visitors { $0.minutes / ($0.id - 1) > 0 } == ["V2", "V3", "V4"])
            #expect(try await visitors { !($0.minutes / ($0.id - 1) > 0) } == ["V1"])
            #expect(try await visitors { $0.minutes - $0.id * 10 == $0.id - $0.id } == ["V1", "V2", "V3", "V4"])
            let sum = try await Visit.objects.aggregate { ($0.minutes * 2).sum }
            #expect(sum == 200)
            let values = try await Visit.objects.order(by: .ascending(\.id)).values { ($0.minutes + $0.id, $0.visitor) }
            #expect(values.map(\.0) == [11, 22, 33, 44])
            let groups = try await Visit.objects.group(by: { $0.minutes / 20 }, { $0.count })
            #expect(groups.map { "\($0.key): \($0.values)" } == ["0: 1", "1: 2", "2: 1"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func decimalsAreExact(_ database: TestDatabase) async throws {
        try await database.run {
            let sample = try await Sample.objects.create(ColumnTests().sample(0, in: database))
            let decimal = sample.decimal
            let values = try await Sample.objects.values { ($0.decimal + $0.decimal, $0.decimal * 2, $0.decimal - 1) }
            #expect(values.map(\.0) == [decimal + decimal])
            #expect(values.map(\.1) == [decimal * 2])
            #expect(values.map(\.2) == [decimal - 1])
            let more = decimal - 2
            #expect(try await Sample.objects.filter { $0.decimal - 1 > more }.exists() == true)
            #expect(try await Sample.objects.filter { $0.decimal - 2 > more }.exists() == false)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func datesHaveParts(_ database: TestDatabase) async throws {
        try await database.run {
            var sample = try ColumnTests().sample(0, in: database)
            sample.moment = try #require(Date(rfc3339: "2026-11-29T23:59:58.75Z"))
            sample.day = try #require(CalendarDate("2024-02-29"))
            try await sample.insert()
            let moments = try await Sample.objects.values {
                ($0.moment.year, $0.moment.month, $0.moment.day, $0.moment.weekday)
            }
            #expect(moments[0] == (2026, 11, 29, 7))
            let times = try await Sample.objects.values { ($0.moment.hour, $0.moment.minute, $0.moment.second) }
            #expect(times[0] == (23, 59, 58))
            let days = try await Sample.objects.values { ($0.day.year, $0.day.month, $0.day.day, $0.day.weekday) }
            #expect(days[0] == (2024, 2, 29, 4))
            let date = try #require(CalendarDate("2026-11-29"))
            #expect(try await Sample.objects.filter { $0.moment.date == date }.exists() == true)
            #expect(try await Sample.objects.filter { $0.moment.year > 2026 || $0.day.month != 2 }.exists() == false)
            let years = try await Sample.objects.group(by: { $0.moment.year }, { $0.count })
            #expect(years.map(\.key) == [2026])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func fieldsAreSetToWhatIsComputed(_ database: TestDatabase) async throws {
        try await withVisits(database) { _ in
            let changed = try await Visit.objects.filter { $0.minutes > 20 }
                .update(.set(\.minutes, to: { $0.minutes * 2 - $0.id }))
            #expect(changed == 2)
            let minutes = try await Visit.objects.order(by: .ascending(\.id)).values { $0.minutes }
            #expect(minutes == [10, 20, 57, 76])
            try await Visit.objects.filter { $0.visitor == "V1" }.update(.set(\.visitor, to: { $0.station.name }))
            #expect(try await Visit.objects.filter { $0.visitor == "Peak" }.count() == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func distinctValuesAreReadOnce(_ database: TestDatabase) async throws {
        try await withVisits(database) { station in
            try await Visit.objects.filter { $0.minutes > 20 }.update(.set(\.minutes, to: 20))
            let visits = Visit.objects.distinct()
            let minutes = try await visits.values { $0.minutes }
            #expect(minutes == [10, 20])
            let reversed = try await visits.order(by: .descending(\.minutes), .ascending(\.id)).values { $0.minutes }
            #expect(reversed == [20, 10])
            let sliced = try await visits.offset(1).limit(5).values { ($0.station.name, $0.minutes) }
            #expect(sliced.map(\.1) == [20])
            #expect(try await visits.count() == 4)
            // A slice of distinct objects has as many objects as are fetched.
            for (query, count) in [(visits.limit(3), 3), (visits.limit(9), 4), (visits.offset(1).limit(2), 2)] {
                #expect(try await query.count() == count)
                #expect(try await query.fetch().count == count)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func valuesAreReadAsTheFieldsOfAnObject(_ database: TestDatabase) async throws {
        try await database.run {
            let sample = try await Sample.objects.create(ColumnTests().sample(0, in: database))
            let points = try await Sample.objects.values { ($0.point, $0.points, $0.optionalPoint, $0.sizes) }
            #expect(points.map(\.0) == [sample.point])
            #expect(points.map(\.1) == [sample.points])
            #expect(points.map(\.2) == [sample.optionalPoint])
            #expect(points.map(\.3) == [sample.sizes])
            let maps = try await Sample.objects.values { ($0.map, $0.json) }
            #expect(maps.map(\.0) == [sample.map] && maps.map(\.1) == [sample.json])
        }
    }

    @Test func theStatementIsThereToRead() {
        let query = Visit.objects.filter { $0.minutes - $0.id > 3 && $0.station.created.year == 2026 }
        #expect(
            query.sql.description == """
                SELECT "visit"."id", "visit"."station", "visit"."visitor", "visit"."minutes" FROM "visit" \
                JOIN "station" AS "t1" ON "t1"."id" = "visit"."station" \
                WHERE ("visit"."minutes" - "visit"."id") > ? \
                AND CAST(strftime('%Y', "t1"."created") AS INTEGER) = ? -- 3, 2026
                """)
    }
}
