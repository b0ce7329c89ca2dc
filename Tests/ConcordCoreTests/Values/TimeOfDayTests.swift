import ConcordCore
import Testing

/// Times of day in RFC 3339 format.
@Suite struct TimeOfDayTests {
    @Test(arguments: ["12:30:00Z", "00:00:00.5Z", "23:59:59.000000001+02:00", "09:15:00-03:30"])
    func readsWhatItWrites(text: String) {
        #expect(TimeOfDay(text)?.description == text)
    }

    @Test(arguments: [
        "12:30:00", "12:30Z", "24:00:00Z", "12:60:00Z", "12:30:61Z", "12:30:00.Z", "12:30:00+24:00", "1:2:3Z", "",
    ])
    func refusesAnythingElse(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test func dropsWhatIsFinerThanANanosecond() {
        #expect(TimeOfDay("12:30:00.1234567891Z")?.nanosecond == 123_456_789)
    }
}
