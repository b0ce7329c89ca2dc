import ConcordDeclarations
import ConcordOutline
import ConcordYAML

extension DecimalDigits {
    /// The pattern of the numbers that have so many digits, in a string: what the run time accepts, and nothing else.
    var pattern: String {
        let whole = maximum == places ? "0" : "\\d{1,\(maximum - places)}"
        return "^-?\(whole)\(places == 0 ? "" : "(?:\\.\\d{1,\(places)})?")$"
    }

    /// The keywords that hold a number of a type to so many digits: a pattern for a string, else bounds and a step.
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

    /// The keywords that bound a number, which have no effect on a string.
    static let bounds: [Keyword] = [.minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf]
}

extension ObjectBuilder {
    /// Says bounds of a number in a string in a way that has an effect, or, where a pattern can't, as extensions.
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
