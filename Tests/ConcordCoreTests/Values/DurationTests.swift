import ConcordCore
import Testing

/// Durations in ISO 8601 format.
@Suite struct DurationTests {
    private func read(_ text: String) -> Duration? {
        var issues = _Core.Issues()
        return _Core.JSONReader.read(Array("\"\(text)\"".utf8), _Core.Wire.value(Duration.self), issues: &issues)
    }

    private func written(_ duration: Duration) -> String {
        var writer = _Core.JSONWriter()
        duration.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("PT0S", 0), ("PT1H30M", 5400), ("P1D", 86_400), ("P2W", 1_209_600), ("P1DT1S", 86_401), ("-PT5M", -300),
    ])
    func reads(text: String, seconds: Int) {
        #expect(read(text) == .seconds(seconds))
    }

    @Test(arguments: [
        "", "P", "PT", "P1DT", "1H", "P1Y", "P1M", "PT1.5H", "PT1S1M", "PT-1S", "PTS", "PT9999999999999S",
    ])
    func refusesAnythingElse(text: String) {
        #expect(read(text) == nil)
    }

    @Test func writesHoursMinutesAndSeconds() {
        #expect(written(.zero) == #""PT0S""#)
        #expect(written(.seconds(90_061)) == #""PT25H1M1S""#)
        #expect(written(.milliseconds(-1500)) == #""-PT1.5S""#)
        #expect(read("PT0.25S") == .milliseconds(250))
    }
}
