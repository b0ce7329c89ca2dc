import ConcordCore
import Testing

@Suite struct RulesTests {
    private func messages<C: _Core.Codec>(_ value: C.Value, _ codec: C, _ rules: _Core.Rules) -> [String] {
        var issues = _Core.Issues()
        codec.check(value, rules, &issues)
        return issues.found.map { $0.pointer.isEmpty ? $0.message : "\($0.pointer): \($0.message)" }
    }

    @Test func bounds() {
        let rules = _Core.Rules(minimum: 1, maximum: 10, exclusiveMaximum: 10)
        #expect(messages(0, _Core.Wire.value(Int.self), rules) == ["must be at least 1"])
        #expect(messages(10, _Core.Wire.value(Int.self), rules) == ["must be less than 10"])
        #expect(messages(9, _Core.Wire.value(Int.self), rules) == [])
        #expect(messages(0.1, _Core.Wire.value(Double.self), _Core.Rules(minimum: 0.1)) == [])
        #expect(
            messages(0.1, _Core.Wire.value(Double.self), _Core.Rules(exclusiveMinimum: 0.1)) == [
                "must be greater than 0.1"
            ])
        let large = _Core.Rules(maximum: 18_446_744_073_709_551_614)
        #expect(messages(UInt64.max, _Core.Wire.value(UInt64.self), large) == ["must be at most 18446744073709551614"])
    }

    @Test(
        arguments: [
            (0.3, 0.1, true), (0.35, 0.1, false), (1e20, 7, false), (4.2, 2.1, true), (0, 5, true), (100, 8, false),
            (1000, 8, true), (5, 0, true), (-9, 3, true),
        ] as [(Double, Number, Bool)])
    func multiples(value: Double, divisor: Number, isMultiple: Bool) throws {
        let rules = _Core.Rules(multipleOf: divisor)
        #expect(messages(value, _Core.Wire.value(Double.self), rules).isEmpty == isMultiple)
    }

    @Test func textLengthCountsScalars() {
        #expect(
            messages("👩‍🚀", _Core.Wire.value(String.self), _Core.Rules(maxLength: 2)) == [
                "must have at most 2 characters"
            ])
        #expect(messages("👩‍🚀", _Core.Wire.value(String.self), _Core.Rules(minLength: 3, maxLength: 3)) == [])
    }

    @Test func patternsAreFoundAnywhere() {
        let rules = _Core.Rules(pattern: "[0-9]{2}")
        #expect(messages("a12b", _Core.Wire.value(String.self), rules) == [])
        #expect(messages("a1b2", _Core.Wire.value(String.self), rules) == ["must match the pattern [0-9]{2}"])
    }

    @Test func listsAndMaps() {
        let list = _Core.Wire.value([Int].self)
        #expect(messages([1, 2, 1], list, _Core.Rules(uniqueItems: true)) == ["/2: must be unique"])
        #expect(messages([1], list, _Core.Rules(minItems: 2)) == ["must have at least 2 items"])
        #expect(messages([1, 0], list, _Core.Rules(items: _Core.Rules(minimum: 1))) == ["/1: must be at least 1"])
        let map = _Core.Wire.value([String: Int].self)
        let rules = _Core.Rules(
            additionalProperties: _Core.Rules(maximum: 1), propertyNames: _Core.Rules(pattern: "^x"))
        #expect(messages(["x": 1, "y": 2], map, rules) == ["/y: must match the pattern ^x", "/y: must be at most 1"])
        #expect(messages(["x": 1], map, _Core.Rules(minProperties: 2)) == ["must have at least 2 properties"])
    }

    @Test func allowedValues() {
        let rules = _Core.Rules(enum: [1, "many", nil])
        #expect(messages(.string("few"), _Core.Wire.value(JSON.self), rules) == [#"must be 1, "many" or null"#])
        #expect(messages(.number(1.0), _Core.Wire.value(JSON.self), rules) == [])
        #expect(messages("many", _Core.Wire.value(String.self), rules) == [])
        #expect(
            messages(.object(["a": 1, "b": 2]), _Core.Wire.value(JSON.self), _Core.Rules(enum: [["b": 2, "a": 1.0]]))
                == [])
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
        #expect(messages(text, _Core.Wire.value(String.self), _Core.Rules(format: format)).isEmpty == isAccepted)
    }

    @Test func aConstrainedScalarHoldsNoBadValue() {
        #expect(CountryCode(rawValue: "NO")?.rawValue == "NO")
        #expect(CountryCode(rawValue: "no") == nil)
    }
}
