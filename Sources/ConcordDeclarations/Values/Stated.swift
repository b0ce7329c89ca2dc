/// A value that a declaration can state, omit from the document, or leave to a default.
public enum Stated<Value: Sendable>: Sendable {
    /// The declaration doesn't state a value, so the default applies.
    case unstated
    /// The declaration states `nil`, which omits the default from the document.
    case silent
    case stated(Value)

    /// The value, if one is stated.
    public var value: Value? {
        if case .stated(let value) = self { value } else { nil }
    }

    /// Whether the declaration states a value or `nil`.
    public var isWritten: Bool {
        if case .unstated = self { false } else { true }
    }

    /// Whether the declaration states `nil`.
    public var isSilent: Bool {
        if case .silent = self { true } else { false }
    }

    /// Creates a stated value, or an unstated one for `nil`.
    public init(_ value: Value?) {
        self = value.map(Stated.stated) ?? .unstated
    }

    /// Returns the result of transforming the value, if one is stated.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Stated<Other> {
        switch self {
        case .unstated: .unstated
        case .silent: .silent
        case .stated(let value): .stated(try transform(value))
        }
    }
}

extension Stated: Equatable where Value: Equatable {}
extension Stated: Hashable where Value: Hashable {}
