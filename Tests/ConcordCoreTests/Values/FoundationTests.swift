import ConcordCore
import Foundation
import Testing

@Suite struct FoundationTests {
    private func read<Value: WireValue>(_ text: String, _ type: Value.Type) -> Value? {
        var issues = _Core.Issues()
        let value = _Core.JSONReader.read(Array("\"\(text)\"".utf8), _Core.Wire.value(type), issues: &issues)
        return issues.isEmpty ? value : nil
    }

    private func text(_ value: some WireValue) -> String {
        var writer = _Core.JSONWriter()
        value.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("2026-03-01T12:30:00Z", 1_772_368_200.0), ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.5Z", -0.5),
        ("2000-02-29T00:00:00+01:00", 951_778_800), ("0000-01-01T00:00:00Z", -62_167_219_200),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func readsDates(text: String, seconds: Double) {
        #expect(read(text, Date.self)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: ["2026-03-01", "2026-02-29T00:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T12:30:00", "x"])
    func refusesOtherDates(text: String) { #expect(read(text, Date.self) == nil) }

    @Test func writesDates() {
        #expect(text(Date(timeIntervalSince1970: 1_772_368_200)) == "\"2026-03-01T12:30:00Z\"")
        #expect(text(Date(timeIntervalSince1970: -0.5)) == "\"1969-12-31T23:59:59.500Z\"")
        #expect(text(Date(timeIntervalSince1970: .infinity)) == "\"9999-12-31T23:59:59.999999Z\"")
        #expect(text(Date(timeIntervalSince1970: 1_772_368_200.000001)) == "\"2026-03-01T12:30:00.000001Z\"")
        #expect(text(Date(timeIntervalSince1970: -.infinity)) == "\"0000-01-01T00:00:00Z\"")
    }

    @Test func daysCountUp() throws {
        #expect(text(try #require(CalendarDate(year: 2024, month: 2, day: 29))) == "\"2024-02-29\"")
        #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
        #expect(CalendarDate("2024-2-29") == nil)
    }

    @Test func readsTheOthers() throws {
        let uuid = try #require(UUID(uuidString: "6F9619FF-8B86-D011-B42D-00CF4FC964FF"))
        #expect(read("6f9619ff-8b86-d011-b42d-00cf4fc964ff", UUID.self) == uuid)
        #expect(text(uuid) == "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"")
        #expect(read("12.50", Decimal.self) == Decimal(string: "12.50"))
        #expect(read("12,50", Decimal.self) == nil)
        #expect(read("AQID", Data.self) == Data([1, 2, 3]))
        #expect(read("?", Data.self) == nil)
        #expect(read("https://pets.example/a", URL.self)?.host() == "pets.example")
    }
}
