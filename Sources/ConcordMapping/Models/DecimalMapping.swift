import ConcordDeclarations
import ConcordOutline

extension DecimalDigits {
    /// The keywords that hold a number of a type to so many digits: a pattern where it is a text, else bounds and a step.
    func keywords(for type: TypeExpression?) -> [(keyword: Keyword, literal: Literal)] {
        let digits = maximum - places
        guard let name = type?.unwrapped.nullableWrapped.path?.last, name != "Decimal", name != "String" else {
            return [(.pattern, .string("^-?\\d{0,\(digits)}(?:\\.\\d{0,\(places)})?$"))]
        }
        let bound = "1" + String(repeating: "0", count: digits)
        let step = places == 0 ? "1" : "0." + String(repeating: "0", count: places - 1) + "1"
        return [
            (.multipleOf, .number(step)), (.exclusiveMinimum, .number("-" + bound)),
            (.exclusiveMaximum, .number(bound)),
        ]
    }
}
