import ConcordFormats
import ConcordNumbers
import ConcordPatterns

extension _Core {
    /// The constraints of a declaration for a value, such as bounds, lengths, and a pattern. They are created once per
    /// declaration.
    public final class Rules: Sendable {
        let multipleOf: ExactDecimal?
        package let multipleOfText: String
        let minimum: Bound?
        let maximum: Bound?
        package let minLength: Int?
        package let maxLength: Int?
        let pattern: Pattern?
        let format: StringFormat?
        private let minItems: Int?
        private let maxItems: Int?
        let uniqueItems: Bool
        private let minProperties: Int?
        private let maxProperties: Int?
        let items: Rules?
        let additionalProperties: Rules?
        let propertyNames: Rules?
        package let allowed: [JSON]?

        /// Creates rules from keywords of JSON Schema. An absent keyword allows any value.
        public init(
            format: String? = nil,
            multipleOf: Number? = nil,
            minimum: Number? = nil,
            maximum: Number? = nil,
            exclusiveMinimum: Number? = nil,
            exclusiveMaximum: Number? = nil,
            minLength: Int? = nil,
            maxLength: Int? = nil,
            pattern: String? = nil,
            minItems: Int? = nil,
            maxItems: Int? = nil,
            uniqueItems: Bool = false,
            minProperties: Int? = nil,
            maxProperties: Int? = nil,
            items: Rules? = nil,
            additionalProperties: Rules? = nil,
            propertyNames: Rules? = nil,
            enum: [JSON]? = nil
        ) {
            self.format = format.flatMap { StringFormat(rawValue: $0) }
            self.multipleOf = multipleOf.map { ExactDecimal($0.text) }
            self.multipleOfText = multipleOf?.text ?? ""
            self.minimum = Bound.stricter(minimum, exclusive: exclusiveMinimum, isLower: true)
            self.maximum = Bound.stricter(maximum, exclusive: exclusiveMaximum, isLower: false)
            self.minLength = minLength
            self.maxLength = maxLength
            self.pattern = pattern.map { Pattern($0) }
            self.minItems = minItems
            self.maxItems = maxItems
            self.uniqueItems = uniqueItems
            self.minProperties = minProperties
            self.maxProperties = maxProperties
            self.items = items
            self.additionalProperties = additionalProperties
            self.propertyNames = propertyNames
            self.allowed = `enum`
        }

        /// The minimum of a number, either inclusive or exclusive.
        package var lowestNumber: String? { minimum?.number.text }

        /// The maximum of a number, either inclusive or exclusive.
        package var highestNumber: String? { maximum?.number.text }

        /// The name of the format of strings: `email`.
        package var formatName: String? { format?.rawValue }

        /// Returns whether a value satisfies the rules. A type with a `rawValue` calls it in its initializer.
        public func allow<C: Codec>(_ value: C.Value, _ codec: C) -> Bool {
            var issues = Issues()
            codec.check(value, self, &issues)
            return issues.isEmpty
        }

        func checkItemCount(_ count: Int, _ issues: inout Issues) {
            if let minItems, count < minItems {
                issues.report("must have at least \(plural(minItems, "item"))", keyword: "minItems")
            }
            if let maxItems, count > maxItems {
                issues.report("must have at most \(plural(maxItems, "item"))", keyword: "maxItems")
            }
        }

        func checkPropertyCount(_ count: Int, _ issues: inout Issues) {
            if let minProperties, count < minProperties {
                issues.report(
                    "must have at least \(plural(minProperties, "property", "properties"))", keyword: "minProperties")
            }
            if let maxProperties, count > maxProperties {
                issues.report(
                    "must have at most \(plural(maxProperties, "property", "properties"))", keyword: "maxProperties")
            }
        }

        func checkAllowed(_ value: @autoclosure () -> JSON, _ issues: inout Issues) {
            guard let allowed, !allowed.contains(value()) else { return }
            issues.report("must be \(list(allowed.map(\.description)))", keyword: "enum")
        }

        func checkMultiple(_ value: @autoclosure () -> String, _ issues: inout Issues) {
            guard let multipleOf, !ExactDecimal(value()).isMultiple(of: multipleOf) else { return }
            issues.report("must be a multiple of \(multipleOfText)", keyword: "multipleOf")
        }

        /// Validates a number against the keywords for numbers.
        func checkNumber(_ text: String, _ issues: inout Issues) {
            let value = ExactDecimal(text)
            if let minimum, !minimum.allows(value) { issues.report(minimum.demand, keyword: minimum.keyword) }
            if let maximum, !maximum.allows(value) { issues.report(maximum.demand, keyword: maximum.keyword) }
            checkMultiple(text, &issues)
            checkAllowed(.number(Number(unchecked: text)), &issues)
        }
    }
}

/// An inclusive or exclusive bound of a number.
struct Bound: Sendable {
    let number: Number
    private let decimal: ExactDecimal
    /// The bound as an integer, for fast comparisons.
    let integer: Int?
    let isExclusive: Bool
    let isLower: Bool

    private init(_ number: Number, isExclusive: Bool, isLower: Bool) {
        self.number = number
        self.decimal = ExactDecimal(number.text)
        self.integer = Int(number.text)
        self.isExclusive = isExclusive
        self.isLower = isLower
    }

    /// Returns the stricter of an inclusive and an exclusive bound.
    static func stricter(_ inclusive: Number?, exclusive: Number?, isLower: Bool) -> Bound? {
        let first = inclusive.map { Bound($0, isExclusive: false, isLower: isLower) }
        let second = exclusive.map { Bound($0, isExclusive: true, isLower: isLower) }
        guard let first, let second else { return first ?? second }
        return second.allows(first.decimal) ? first : second
    }

    func allows(_ value: ExactDecimal) -> Bool {
        if value == decimal { return !isExclusive }
        return isLower == (decimal < value)
    }

    func allows(_ value: Int) -> Bool? {
        guard let integer else { return nil }
        if value == integer { return !isExclusive }
        return isLower == (integer < value)
    }

    var keyword: String {
        switch (isLower, isExclusive) {
        case (true, false): "minimum"
        case (true, true): "exclusiveMinimum"
        case (false, false): "maximum"
        case (false, true): "exclusiveMaximum"
        }
    }

    var demand: String {
        switch (isLower, isExclusive) {
        case (true, false): "must be at least \(number)"
        case (true, true): "must be greater than \(number)"
        case (false, false): "must be at most \(number)"
        case (false, true): "must be less than \(number)"
        }
    }
}

private func plural(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
    count == 1 ? "1 \(singular)" : "\(count) \(plural ?? singular + "s")"
}

extension _Core.Rules {
    func check(_ text: String, _ issues: inout _Core.Issues) {
        if minLength != nil || maxLength != nil {
            let length = text.unicodeScalars.count
            if let minLength, length < minLength {
                issues.report("must have at least \(plural(minLength, "character"))", keyword: "minLength")
            }
            if let maxLength, length > maxLength {
                issues.report("must have at most \(plural(maxLength, "character"))", keyword: "maxLength")
            }
        }
        if let pattern, !pattern.matches(text) {
            issues.report("must match the pattern \(pattern.text)", keyword: "pattern")
        }
        if let format, !format.accepts(text) {
            issues.report("must be \(format.description)", keyword: "format")
        }
        checkAllowed(.string(text), &issues)
    }
}
