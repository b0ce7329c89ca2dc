import ConcordOutline

/// JSON data as a declaration states it: numbers keep their text, objects their order.
public indirect enum Literal: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([Literal])
    case object([Member])

    /// One `key: value` of an object.
    public struct Member: Hashable, Sendable {
        /// The key, as on the wire.
        public var key: String
        /// What stands under the key.
        public var value: Literal

        /// Makes a member.
        public init(_ key: String, _ value: Literal) {
            self.key = key
            self.value = value
        }
    }
}

extension Literal {
    /// Reads what an expression states; nothing where only the running program knows, or where it is no JSON.
    ///
    /// `nil` and `.null` are both null: an argument that is `nil` never gets here, since there it means silence.
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

    /// The expression that states this inside another value, where null is `nil`.
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

    /// The expression that states this as a whole argument, where `nil` would mean silence.
    public var argumentExpression: Expression {
        self == .null ? .member(nil, "null") : expression
    }
}
