import ConcordCore
import Testing

@Suite struct RulesTests {
    private func messages<C: Codec>(_ value: C.Value, _ codec: C, _ rules: Rules) -> [String] {
        var issues = Issues()
        codec.check(value, rules, &issues)
        return issues.found.map { $0.pointer.isEmpty ? $0.message : "\($0.pointer): \($0.message)" }
    }

    @Test func bounds() {
        let rules = Rules(minimum: 1, maximum: 10, exclusiveMaximum: 10)
        #expect(messages(0, Wire.value(Int.self), rules) == ["must be at least 1"])
        #expect(messages(10, Wire.value(Int.self), rules) == ["must be less than 10"])
        #expect(messages(9, Wire.value(Int.self), rules) == [])
        #expect(messages(0.1, Wire.value(Double.self), Rules(minimum: 0.1)) == [])
        #expect(messages(0.1, Wire.value(Double.self), Rules(exclusiveMinimum: 0.1)) == ["must be more than 0.1"])
        let large = Rules(maximum: 18_446_744_073_709_551_614)
        #expect(messages(UInt64.max, Wire.value(UInt64.self), large) == ["must be at most 18446744073709551614"])
    }

    @Test(
        arguments: [
            (0.3, 0.1, true), (0.35, 0.1, false), (1e20, 7, false), (4.2, 2.1, true), (0, 5, true), (100, 8, false),
            (1000, 8, true), (5, 0, true), (-9, 3, true),
        ] as [(Double, Number, Bool)])
    func multiples(value: Double, divisor: Number, isMultiple: Bool) throws {
        let rules = Rules(multipleOf: divisor)
        #expect(messages(value, Wire.value(Double.self), rules).isEmpty == isMultiple)
    }

    @Test func textLengthCountsScalars() {
        #expect(messages("👩‍🚀", Wire.value(String.self), Rules(maxLength: 2)) == ["must have at most 2 characters"])
        #expect(messages("👩‍🚀", Wire.value(String.self), Rules(minLength: 3, maxLength: 3)) == [])
    }

    @Test func patternsAreFoundAnywhere() {
        let rules = Rules(pattern: "[0-9]{2}")
        #expect(messages("a12b", Wire.value(String.self), rules) == [])
        #expect(messages("a1b2", Wire.value(String.self), rules) == ["must match the pattern [0-9]{2}"])
    }

    @Test func listsAndMaps() {
        let list = Wire.value([Int].self)
        #expect(messages([1, 2, 1], list, Rules(uniqueItems: true)) == ["/2: is there twice"])
        #expect(messages([1], list, Rules(minItems: 2)) == ["must have at least 2 items"])
        #expect(messages([1, 0], list, Rules(items: Rules(minimum: 1))) == ["/1: must be at least 1"])
        let map = Wire.value([String: Int].self)
        let rules = Rules(additionalProperties: Rules(maximum: 1), propertyNames: Rules(pattern: "^x"))
        #expect(messages(["x": 1, "y": 2], map, rules) == ["/y: must match the pattern ^x", "/y: must be at most 1"])
        #expect(messages(["x": 1], map, Rules(minProperties: 2)) == ["must have at least 2 properties"])
    }

    @Test func allowedValues() {
        let rules = Rules(enum: [1, "many", nil])
        #expect(messages(.string("few"), Wire.value(JSON.self), rules) == [#"must be 1, "many" or null"#])
        #expect(messages(.number(1.0), Wire.value(JSON.self), rules) == [])
        #expect(messages("many", Wire.value(String.self), rules) == [])
        #expect(messages(.object(["a": 1, "b": 2]), Wire.value(JSON.self), Rules(enum: [["b": 2, "a": 1.0]])) == [])
    }

    @Test(arguments: [
        ("email", "a.b@pets.example", true), ("email", "a@b@c", false), ("email", "a..b@c.de", false),
        ("ipv4", "127.0.0.1", true),
        ("ipv4", "1.2.3.256", false), ("ipv6", "::1", true), ("ipv6", "2001:db8::8a2e:370:7334", true),
        ("ipv6", "1:2:3:4:5:6:7:8:9", false), ("ipv6", "::ffff:192.0.2.1", true), ("hostname", "pets.example", true),
        ("hostname", "-pets", false), ("uuid", "x", false), ("date", "2026-02-30", false), ("uri", "pets", false),
        ("uri", "https://pets.example", true), ("chip", "anything", true),
    ])
    func formats(format: String, text: String, isAccepted: Bool) {
        #expect(messages(text, Wire.value(String.self), Rules(format: format)).isEmpty == isAccepted)
    }

    @Test func aConstrainedScalarHoldsNoBadValue() {
        #expect(CountryCode(rawValue: "NO")?.rawValue == "NO")
        #expect(CountryCode(rawValue: "no") == nil)
    }
}
