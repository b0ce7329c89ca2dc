extension _Core {
    /// A comparison of a field's value in a condition.
    public enum Comparison: String, Sendable {
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case equalIgnoringCase = "=, in any case,"
        case contains = "contains"
        case containsIgnoringCase = "contains, in any case,"
        case startsWith = "starts with"
        case startsWithIgnoringCase = "starts, in any case, with"
        case endsWith = "ends with"
        case endsWithIgnoringCase = "ends, in any case, with"
        /// The value is an element of an array.
        case isIn = "is in"
    }
}
