import ConcordOutline

/// A JSON value as a declaration states it. Numbers keep their source text, and objects keep their order.
public indirect enum Literal: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([Literal])
    case object([Member])

    /// A member of an object.
    public struct Member: Hashable, Sendable {
        /// The key.
        public var key: String
        /// The value.
        public var value: Literal

        /// Creates a member.
        public init(_ key: String, _ value: Literal) {
            self.key = key
            self.value = value
        }
    }
}

extension Literal {
    /// Reads a JSON value from an expression. Returns `nil` if only the running app knows the value, or if it isn't
    /// JSON.
    ///
    /// `nil` and `.null` are both null. An argument `nil` is handled before, because it omits a keyword.
    public init?(_ expression: Expression) {
        switch expression {
        case .null, .member(nil, "null"): self = .null
        case .boolean(let value): self = .boolean(value)
        case .number(let text): self = .number(expression.decimal ?? text)
        case .string(let text): self = .string(text)
        case .array(let elements):
            let values = elements.compactMap(Literal.init)
            guard values.count == elements.count else { return nil }
            self = .array(values)
        case .dictionary(let elements):
            let members = elements.compactMap { element -> Member? in
                guard case .string(let key) = element.key, let value = Literal(element.value) else { return nil }
                return Member(key, value)
            }
            guard members.count == elements.count else { return nil }
            self = .object(members)
        default: return nil
        }
    }

    /// The expression for the value inside another one, with `nil` for null.
    public var expression: Expression {
        switch self {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .number(let text): .number(text)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.expression))
        case .object(let members):
            .dictionary(members.map { Expression.DictionaryElement(.string($0.key), $0.value.expression) })
        }
    }

    /// The expression for the value as an argument, where `nil` would omit a keyword.
    public var argumentExpression: Expression {
        self == .null ? .member(nil, "null") : expression
    }
}
