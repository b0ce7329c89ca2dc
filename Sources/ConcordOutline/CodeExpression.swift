/// An expression with operators, as far as it can be read without running it.
public indirect enum CodeExpression: Hashable, Sendable {
    /// An expression without operators.
    case value(Expression)
    /// An operation: `!a` with one operand, `a < b` with two.
    case operation(String, [CodeExpression])
}

/// A call whose last argument is a closure with one expression: `.check("order") { $0.start <= $0.end }`.
public struct ClosureCall: Hashable, Sendable {
    /// The call without the closure, or `nil` for a closure that stands alone.
    public var call: Expression?
    /// The name of the closure's only parameter: `$0`, or a name before `in`.
    public var parameter: String
    /// The expression in the closure.
    public var body: CodeExpression

    /// Creates a call.
    public init(_ call: Expression?, parameter: String, body: CodeExpression) {
        self.call = call
        self.parameter = parameter
        self.body = body
    }
}
