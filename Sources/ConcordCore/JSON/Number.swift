import ConcordNumbers

/// An exact number with any number of digits, for bounds in attributes and for numbers in `JSON` values.
///
/// Numbers with the same value are equal: `1`, `1.0` and `10e-1`.
public struct Number: Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// The number in JSON syntax.
    public let text: String

    /// Creates a number from its JSON syntax, or returns `nil` for other text.
    public init?(_ text: String) {
        guard NumberGrammar.matches(text) else { return nil }
        self.text = text
    }

    init(unchecked text: String) { self.text = text }

    /// Creates an integer.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// Creates a finite number with the shortest exact representation, or returns `nil` for infinities and NaN.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = NumberGrammar.shortest(value.description)
    }

    /// Creates a number from an integer literal with any number of digits.
    public init(integerLiteral value: StaticBigInt) { text = NumberGrammar.digits(of: value) }

    /// Creates a number from a floating-point literal.
    public init(floatLiteral value: Double) { text = NumberGrammar.shortest(value.description) }

    /// Returns the number as an integer of a type, or `nil` if it has a fraction or doesn't fit.
    public func exactly<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer? {
        Integer(text) ?? ExactDecimal(text).integer.flatMap { Integer($0) }
    }

    /// The nearest floating-point number, or infinity beyond its range.
    public var double: Double { Double(text) ?? 0 }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Number: Hashable, Comparable, CustomStringConvertible {
    public static func == (left: Number, right: Number) -> Bool {
        left.text == right.text || ExactDecimal(left.text) == ExactDecimal(right.text)
    }

    public static func < (left: Number, right: Number) -> Bool {
        ExactDecimal(left.text) < ExactDecimal(right.text)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(ExactDecimal(text)) }

    public var description: String { text }
}
