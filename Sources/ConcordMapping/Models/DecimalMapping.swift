import ConcordDeclarations
import ConcordOutline
import ConcordYAML

extension DecimalDigits {
    /// The pattern of a string with at most this many digits. It matches exactly the strings that the run time accepts.
    var pattern: String {
        let whole = maximum == places ? "0" : "\\d{1,\(maximum - places)}"
        return "^-?\(whole)\(places == 0 ? "" : "(?:\\.\\d{1,\(places)})?")$"
    }

    /// Returns the keywords that limit a number to these digits: a pattern for a string, or else bounds and
    /// `multipleOf`.
    func keywords(for type: TypeExpression?) -> [(keyword: Keyword, literal: Literal)] {
        guard let name = type?.unwrapped.nullableWrapped.path?.last, name != "Decimal", name != "String" else {
            return [(.pattern, .string(pattern))]
        }
        let bound = "1" + String(repeating: "0", count: maximum - places)
        let step = places == 0 ? "1" : "0." + String(repeating: "0", count: places - 1) + "1"
        return [
            (.multipleOf, .number(step)), (.exclusiveMinimum, .number("-" + bound)),
            (.exclusiveMaximum, .number(bound)),
        ]
    }

    /// The keywords that limit a number. They have no effect on a string.
    static let bounds: [Keyword] = [.minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf]
}

extension ObjectBuilder {
    /// Moves the bounds of a number in a string into its pattern or, if a pattern can't express them, into extensions.
    mutating func stateBoundsOfDecimal() {
        let sign = "^-?"
        if self["minimum"]?.number == "0", self["exclusiveMinimum"] == nil,
            let pattern = self["pattern"]?.string, pattern.hasPrefix(sign)
        {
            self["minimum"] = nil
            self["pattern"] = .string("^" + pattern.dropFirst(sign.count))
        }
        for keyword in DecimalDigits.bounds {
            guard let bound = self[keyword.rawValue] else { continue }
            self[keyword.rawValue] = nil
            self["x-" + keyword.rawValue] = bound
        }
    }
}
