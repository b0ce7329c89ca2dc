import ConcordNumbers

/// A number in a bound of a column, with its original notation.
///
/// Two numbers are equal if they have the same value: `1`, `1.0` and `10e-1`.
package struct BoundNumber: Sendable {
    /// The text of the number, in JSON syntax.
    package let text: String

    /// Creates a number from text.
    package init(_ text: String) { self.text = text }

    /// Creates a number with its shortest exact text.
    package init(shortest number: Double) { self.init(NumberGrammar.shortest(number.description)) }

    private var value: ExactDecimal { ExactDecimal(text) }
}

extension BoundNumber: Hashable, Comparable {
    package static func == (left: BoundNumber, right: BoundNumber) -> Bool { left.value == right.value }

    package static func < (left: BoundNumber, right: BoundNumber) -> Bool { left.value < right.value }

    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension BoundNumber: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(String(value)) }
}
