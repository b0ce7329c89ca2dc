import ConcordNumbers

extension Node {
    /// Returns whether the number is less than another one, compared exactly, or `nil` if one of them isn't a number or
    /// is infinite.
    package func isLess(than other: Node) -> Bool? {
        if let mine = integer, let theirs = other.integer { return mine < theirs }
        guard let mine = decimal, let theirs = other.decimal else {
            guard let mine = double, let theirs = other.double else { return nil }
            return mine < theirs
        }
        return mine < theirs
    }

    /// Returns whether the number is a multiple of another one, computed exactly, or `nil` if one of them isn't a
    /// number or the computation would take long.
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

    /// The number in JSON notation, which is the same for all notations of a value, or `nil` if the node isn't a finite
    /// number.
    package var uniformNumber: String? { decimal?.jsonText }

    private var decimal: Decimal? { number.flatMap { Decimal($0) } }
}

extension Decimal: Comparable {
    static func < (left: Decimal, right: Decimal) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    private func isSmaller(than other: Decimal) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        // A sum that overflows differs by more than the length of any text.
        let (mine, theirs) = (
            digits.count.addingReportingOverflow(exponent), other.digits.count.addingReportingOverflow(other.exponent)
        )
        if mine.overflow || theirs.overflow { return exponent < other.exponent }
        if mine.partialValue != theirs.partialValue { return mine.partialValue < theirs.partialValue }
        return digits.lexicographicallyPrecedes(other.digits)
    }

    /// The maximum number of digits, because division takes time proportional to the product of the lengths.
    private static var mostDigits: Int { 400 }

    /// Returns whether the number is a multiple of a divisor. Returns `true` for a divisor that isn't positive, which
    /// restricts nothing.
    func isMultiple(of divisor: Decimal) -> Bool? {
        if digits.isEmpty || divisor.digits.isEmpty || divisor.isNegative { return true }
        let (shift, overflow) = exponent.subtractingReportingOverflow(divisor.exponent)
        // Neither number ends in a zero, so a number with more decimal places than the divisor isn't a multiple.
        if shift < 0 { return overflow ? nil : false }
        guard digits.count <= Self.mostDigits, divisor.digits.count <= Self.mostDigits else { return nil }
        // Zeros only help to cancel the divisor's factors 2 and 5. The divisor has fewer than four of them per digit.
        let zeros = overflow ? divisor.digits.count * 4 : min(shift, divisor.digits.count * 4)
        let zero = UInt8(ascii: "0")
        return LongDivision.hasNoRemainder(
            digits.map { $0 - zero } + Array(repeating: 0, count: zeros), by: divisor.digits.map { $0 - zero })
    }
}
