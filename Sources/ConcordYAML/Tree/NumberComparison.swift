import ConcordNumbers

extension Node {
    /// Whether the number is less than another one, exactly; nil if one of the two is no number, or infinite.
    package func isLess(than other: Node) -> Bool? {
        if let mine = integer, let theirs = other.integer { return mine < theirs }
        guard let mine = decimal, let theirs = other.decimal else {
            guard let mine = double, let theirs = other.double else { return nil }
            return mine < theirs
        }
        return mine < theirs
    }

    /// Whether the number is a multiple of another one, exactly; nil if one of the two is no number, or that would take long to
    /// tell.
    package func isMultiple(of divisor: Node) -> Bool? {
        if let mine = integer, let theirs = divisor.integer, theirs > 0 { return mine % theirs == 0 }
        guard let mine = decimal, let theirs = divisor.decimal else { return nil }
        return mine.isMultiple(of: theirs)
    }

    /// Whether the number is an integer, as 1.0 is.
    package var isWholeNumber: Bool {
        guard let number else { return false }
        if number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) { return true }
        return decimal.map { $0.exponent >= 0 } ?? false
    }

    private var decimal: Decimal? { number.flatMap { Decimal($0) } }
}

extension Decimal: Comparable {
    static func < (left: Decimal, right: Decimal) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    private func isSmaller(than other: Decimal) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        // A sum that doesn't fit an integer differs by more than any text is long.
        let (mine, theirs) = (
            digits.count.addingReportingOverflow(exponent), other.digits.count.addingReportingOverflow(other.exponent)
        )
        if mine.overflow || theirs.overflow { return exponent < other.exponent }
        if mine.partialValue != theirs.partialValue { return mine.partialValue < theirs.partialValue }
        return digits.lexicographicallyPrecedes(other.digits)
    }

    /// Division takes time that grows with the product of the lengths.
    private static var mostDigits: Int { 400 }

    /// Whether this is a whole number of divisors; true for a divisor of zero or less, which restricts nothing.
    func isMultiple(of divisor: Decimal) -> Bool? {
        if digits.isEmpty || divisor.digits.isEmpty || divisor.isNegative { return true }
        let (shift, overflow) = exponent.subtractingReportingOverflow(divisor.exponent)
        // Neither ends in a zero, so a number with more places than the divisor is no multiple.
        if shift < 0 { return overflow ? nil : false }
        guard digits.count <= Self.mostDigits, divisor.digits.count <= Self.mostDigits else { return nil }
        // Zeros only help to cancel the divisor's factors 2 and 5, of which it has fewer than four a digit.
        let zeros = overflow ? divisor.digits.count * 4 : min(shift, divisor.digits.count * 4)
        let zero = UInt8(ascii: "0")
        return LongDivision.hasNoRemainder(
            digits.map { $0 - zero } + Array(repeating: 0, count: zeros), by: divisor.digits.map { $0 - zero })
    }
}
