import Concord
import Foundation
import Testing

/// Values of every type are read as they were stored.
@Suite struct ColumnTests {
    /// A sample with a value of every type.
    func sample(_ unsigned: UInt64, in database: TestDatabase) throws -> Sample {
        try Sample(
            id: 0, flag: true, small: -32768, byte: 255, unsigned: unsigned, double: 0.1 + 0.2, float: 3.5,
            decimal: #require(Decimal(string: "12345678901234567890.0123456789")),
            text: "ä 'quoted' \"\(database.storesNUL ? "\u{0}" : "")x\n🦉",
            url: #require(URL(string: "https://x.no/a?b=c")), data: Data([0, 255, 1]), uuid: UUID(),
            moment: Date(timeIntervalSince1970: 1_700_000_000.123456),
            day: #require(CalendarDate("2024-02-29")),
            time: #require(TimeOfDay("23:59:58.123456+05:30")), length: .seconds(90) + .microseconds(1),
            json: ["a": [1, nil, 1.5], "b": "text"], size: .large, level: .high, numbers: [3, 1, 2],
            days: [#require(CalendarDate("1999-12-31"))], sizes: [.large, .small],
            point: Sample.Point(x: 1.5, y: nil, label: "kept"),
            points: [Sample.Point(x: 0, y: 2, label: "a"), Sample.Point(x: -1, y: nil, label: "b")], map: ["one": 1],
            optionalText: nil, optionalSize: .small, optionalPoint: nil, optionalDecimal: Decimal(string: "0.10"),
            nullable: nil)
    }

    @Test(arguments: TestDatabase.allCases)
    func everyTypeRoundTrips(_ database: TestDatabase) async throws {
        try await database.run {
            for unsigned in [0, 1, UInt64(Int64.max), UInt64(Int64.max) + 1, UInt64.max] {
                var stored = try sample(unsigned, in: database)
                try await stored.insert()
                #expect(stored.id > 0)
                let read = try await Sample.objects.get { $0.id == stored.id }
                #expect(read == stored)
            }
            let sorted = try await Sample.objects.order(by: .ascending(\.unsigned)).values { $0.unsigned }
            #expect(sorted == [0, 1, UInt64(Int64.max), UInt64(Int64.max) + 1, UInt64.max])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aLengthBeyondAllLimitsIsRefused(_ database: TestDatabase) async throws {
        try await database.run {
            for length in [Duration.seconds(Int64.max), .seconds(Int64.min), .seconds(9_223_372_036_855)] {
                var sample = try sample(0, in: database)
                sample.length = length
                let object = sample
                let error = await #expect(throws: DatabaseError.self) { try await Sample.objects.create(object) }
                #expect(error?.kind == .invalidValue)
                #expect(error?.refusal?.status == 400)
            }
            #expect(try await Sample.objects.count() == 0)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func decimalsCompareByTheirValue(_ database: TestDatabase) async throws {
        try await database.run {
            for text in ["9.5", "10", "-1", "100.00", "0.001"] {
                var sample = try sample(0, in: database)
                sample.decimal = try #require(Decimal(string: text))
                try await sample.insert()
            }
            let sorted = try await Sample.objects.order(by: .ascending(\.decimal)).values { $0.decimal }
            #expect(sorted.map(\.description) == ["-1", "0.001", "9.5", "10", "100"])
            let large = Sample.objects.filter { $0.decimal >= 10 }
            #expect(try await large.count() == 2)
            let sum = try await Sample.objects.aggregate { ($0.decimal.sum, $0.decimal.maximum, $0.small.sum) }
            #expect(sum.0 == Decimal(string: "118.501") && sum.1 == 100 && sum.2 == -5 * 32768)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func emptyAndNullAreApart(_ database: TestDatabase) async throws {
        try await database.run {
            var empty = try sample(0, in: database)
            empty.optionalText = ""
            empty.text = ""
            empty.data = Data()
            empty.numbers = []
            try await empty.insert()
            let read = try await Sample.objects.get()
            #expect(read == empty)
            #expect(try await Sample.objects.filter { $0.optionalText == nil }.count() == 0)
            #expect(try await Sample.objects.filter { $0.optionalText == "" }.count() == 1)
            var small = try sample(0, in: database)
            small.optionalSize = nil
            try await small.insert()
            let sizes = try await Sample.objects.order(by: .ascending(\.id)).values { ($0.optionalSize, $0.size) }
            #expect(sizes.map(\.0) == [.small, nil] && sizes.map(\.1) == [.large, .large])
        }
    }
}
