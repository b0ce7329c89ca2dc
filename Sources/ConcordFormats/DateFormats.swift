/// The grammars of RFC 3339: dates, times and, in its Appendix A, durations.
enum DateFormats {
    static func isDate(_ text: String) -> Bool {
        var scanner = ASCIIScanner(text)
        return scanDate(&scanner) && scanner.isAtEnd
    }

    static func isTime(_ text: String) -> Bool {
        var scanner = ASCIIScanner(text)
        return scanTime(&scanner) && scanner.isAtEnd
    }

    static func isDateTime(_ text: String) -> Bool {
        var scanner = ASCIIScanner(text)
        return scanDate(&scanner) && scanner.take("T") && scanTime(&scanner) && scanner.isAtEnd
    }

    private static func scanDate(_ scanner: inout ASCIIScanner) -> Bool {
        guard let year = scanner.number(digits: 4), scanner.take("-"), let month = scanner.number(digits: 2),
            scanner.take("-"), let day = scanner.number(digits: 2)
        else { return false }
        return (1...12).contains(month) && (1...dayCount(ofMonth: month, year)).contains(day)
    }

    private static func dayCount(ofMonth month: Int, _ year: Int) -> Int {
        let isLeapYear = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        return [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func scanTime(_ scanner: inout ASCIIScanner) -> Bool {
        guard let hour = scanner.number(digits: 2), hour < 24, scanner.take(":"),
            let minute = scanner.number(digits: 2), minute < 60, scanner.take(":"),
            let second = scanner.number(digits: 2), second <= 60
        else { return false }
        if scanner.take("."), scanner.skipDigits() == 0 { return false }
        guard let offset = scanOffset(&scanner) else { return false }
        // A leap second is the last second of a day of UTC.
        let minuteInUTC = (hour * 60 + minute - offset + 2 * 24 * 60) % (24 * 60)
        return second < 60 || minuteInUTC == 24 * 60 - 1
    }

    /// The offset from UTC in minutes.
    private static func scanOffset(_ scanner: inout ASCIIScanner) -> Int? {
        if scanner.take("Z") { return 0 }
        let isEast = scanner.take("+")
        guard isEast || scanner.take("-"), let hours = scanner.number(digits: 2), hours < 24, scanner.take(":"),
            let minutes = scanner.number(digits: 2), minutes < 60
        else { return nil }
        return (isEast ? 1 : -1) * (hours * 60 + minutes)
    }

    // MARK: Durations

    static func isDuration(_ text: String) -> Bool {
        var scanner = ASCIIScanner(text)
        guard scanner.take("P") else { return false }
        let hasDate = !scanner.take("T")
        if hasDate {
            guard scanUnits("YMDW", &scanner) == true else { return false }
            if scanner.isAtEnd { return true }
            // Weeks can't be combined with other units.
            guard !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "w") }), scanner.take("T") else {
                return false
            }
        }
        return scanUnits("HMS", &scanner) == true && scanner.isAtEnd
    }

    /// Reads numbers with units. The units must be in order, without a gap.
    ///
    /// - Returns: Whether a unit was read; `nil` if the numbers and units are not in that form.
    private static func scanUnits(_ units: String, _ scanner: inout ASCIIScanner) -> Bool? {
        let units = Array(units.unicodeScalars)
        var last: Int?
        while scanner.skipDigits() > 0 {
            let next = units.indices.first { index in index > (last ?? -1) && scanner.take(units[index]) }
            guard let next else { return nil }
            let isWeek = units[next] == "W"
            if let last, isWeek || next != last + 1 { return nil }
            last = next
        }
        return last != nil
    }
}
