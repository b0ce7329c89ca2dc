import Testing

@testable import ConcordPatterns

@Suite struct PatternSampleTests {
    @Test(arguments: [
        ("^[A-Z]{3}-[0-9]{2}$", "AAA-00"), ("^(on|off)$", "on"), ("^\\d+$", "0"), ("^a?b*c{2,}$", "abcc"), ("^$", ""),
        ("^[^a-z]$", "A"), ("^(a|b)-\\1$", "a-a"),
    ])
    func isAShortMatch(pattern: String, sample: String) {
        #expect(Pattern(pattern).sample() == sample)
    }

    @Test func isAsLongAsAsked() throws {
        let sample = try #require(Pattern("^x[a-c]+$").sample(ofLength: 12))
        #expect(sample.count >= 12 && Pattern("^x[a-c]+$").matches(sample))
    }

    @Test(arguments: ["^(?=.*[0-9]).+$", "[", "^[]$"])
    func isMissingWhereNoneIsFound(pattern: String) {
        #expect(Pattern(pattern).sample() == nil)
    }
}
