/// Division of natural numbers of any length, digit by digit.
package enum LongDivision {
    /// Returns whether a number is a multiple of another one.
    ///
    /// - Parameters:
    ///   - dividend: The decimal digits of the number, as values from 0 to 9.
    ///   - divisor: The decimal digits of the other number. The first one isn't 0.
    package static func hasNoRemainder(_ dividend: [UInt8], by divisor: [UInt8]) -> Bool {
        var remainder: [UInt8] = []
        for digit in dividend {
            if !remainder.isEmpty || digit != 0 { remainder.append(digit) }
            while !isLess(remainder, divisor) { subtract(divisor, from: &remainder) }
        }
        return remainder.isEmpty
    }

    private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }

    private static func subtract(_ right: [UInt8], from left: inout [UInt8]) {
        var borrow: UInt8 = 0
        for offset in 1...left.count {
            let index = left.count - offset
            let subtrahend = (offset <= right.count ? right[right.count - offset] : 0) + borrow
            borrow = left[index] < subtrahend ? 1 : 0
            left[index] = left[index] + borrow * 10 - subtrahend
        }
        left.removeFirst(left.prefix { $0 == 0 }.count)
    }
}
