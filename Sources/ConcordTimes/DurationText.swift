extension Duration {
    /// Creates a duration from weeks, days, hours, minutes, and seconds, each at most once and in this order. Years and
    /// months have no fixed duration.
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

    /// Returns the sum of the numbers before each unit. Only seconds can have a fraction.
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

    /// Returns the duration for a number and a unit. Numbers with more than 12 integer digits are rejected.
    private static func seconds(_ text: Substring, _ unit: Int64) -> Duration? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard (1...12).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(\.isDecimalDigit),
            let whole = Int64(parts[0])
        else { return nil }
        guard parts.count > 1 else { return .seconds(whole * unit) }
        guard unit == 1, !parts[1].isEmpty, parts[1].utf8.allSatisfy(\.isDecimalDigit) else { return nil }
        let digits = (String(parts[1].prefix(9)) + "000000000").prefix(9)
        return .seconds(whole) + .nanoseconds(Int64(digits) ?? 0)
    }

    /// The hours, minutes, and seconds, with nanosecond precision: `PT1H30M`.
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
            if nanoseconds > 0 { text += ".\(Int(nanoseconds).decimalPlaces)" }
            text += "S"
        }
        return text
    }

    /// The number of microseconds, rounded toward zero, or `nil` for a duration of more than 292,000 years.
    package var microseconds: Int64? {
        let (seconds, attoseconds) = components
        let (product, isLonger) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, isSlightlyLonger) = product.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        return isLonger || isSlightlyLonger ? nil : sum
    }
}
