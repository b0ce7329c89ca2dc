// What a protocol's members do is said where the protocol declares them.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// On the wire a duration is ISO 8601's, as RFC 3339 has it in its appendix: `PT1H30M`.
extension Duration: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        guard let value = Duration(iso8601: text) else {
            json.report("must be a duration such as PT1H30M, without years and months", keyword: "format")
            return nil
        }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(iso8601) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(iso8601, &issues) }
    public static var placeholder: Duration? { .zero }
    public static var shape: _Core.WireShape { .scalar }
}

extension Duration {
    /// Weeks, days, hours, minutes and seconds, each once at most and in this order; years and months have no fixed length.
    package init?(iso8601 text: String) {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        guard rest.first == "P" else { return nil }
        rest.removeFirst()
        let halves = rest.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let days = Self.sum(halves[0], [("W", 604_800), ("D", 86_400)]),
            let time = halves.count > 1 ? Self.sum(halves[1], [("H", 3600), ("M", 60), ("S", 1)]) : .zero,
            halves.count == 1 ? !rest.isEmpty : !halves[1].isEmpty
        else { return nil }
        self = isNegative ? .zero - days - time : days + time
    }

    /// What the numbers before each unit come to; the last one alone may have a fraction, and only of seconds.
    private static func sum(_ text: Substring, _ units: [(name: Character, seconds: Int64)]) -> Duration? {
        var rest = text
        var sum = Duration.zero
        for unit in units {
            guard let end = rest.firstIndex(of: unit.name) else { continue }
            guard let value = seconds(rest[..<end], unit.seconds) else { return nil }
            sum += value
            rest = rest[rest.index(after: end)...]
        }
        return rest.isEmpty ? sum : nil
    }

    /// Beyond 15 digits a number is longer than any time that there was.
    private static func seconds(_ text: Substring, _ unit: Int64) -> Duration? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard (1...12).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(\.isDigit), let whole = Int64(parts[0])
        else { return nil }
        guard parts.count > 1 else { return .seconds(whole * unit) }
        guard unit == 1, !parts[1].isEmpty, parts[1].utf8.allSatisfy(\.isDigit) else { return nil }
        let digits = (String(parts[1].prefix(9)) + "000000000").prefix(9)
        return .seconds(whole) + .nanoseconds(Int64(digits) ?? 0)
    }

    /// Hours, minutes and seconds, to the nanosecond: `PT1H30M`.
    package var iso8601: String {
        let (seconds, attoseconds) = components
        let isNegative = seconds < 0 || attoseconds < 0
        let whole = seconds.magnitude
        let nanoseconds = (attoseconds / 1_000_000_000).magnitude
        var text = isNegative ? "-PT" : "PT"
        if whole >= 3600 { text += "\(whole / 3600)H" }
        if whole / 60 % 60 > 0 { text += "\(whole / 60 % 60)M" }
        if whole % 60 > 0 || nanoseconds > 0 || whole == 0 {
            text += String(whole % 60)
            if nanoseconds > 0 {
                var fraction = Int(nanoseconds).padded(9)[...]
                while fraction.last == "0" { fraction.removeLast() }
                text += ".\(fraction)"
            }
            text += "S"
        }
        return text
    }

    /// The length in microseconds, without what is finer; nil for one of more than 292,000 years.
    package var microseconds: Int64? {
        let (seconds, attoseconds) = components
        let (product, isLonger) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, isSlightlyLonger) = product.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        return isLonger || isSlightlyLonger ? nil : sum
    }
}
