/// What a declaration says about one thing: a value, that the document shall be silent about it, or nothing at all.
public enum Stated<Value: Sendable>: Sendable {
    /// The form of the declaration decides.
    case unstated
    /// Written as `nil`: takes back what the form would have said.
    case silent
    case stated(Value)

    /// The value, where there is one.
    public var value: Value? {
        if case .stated(let value) = self { value } else { nil }
    }

    /// Whether the declaration wrote anything, be it `nil`.
    public var isWritten: Bool {
        if case .unstated = self { false } else { true }
    }

    /// Whether the declaration wrote `nil`.
    public var isSilent: Bool {
        if case .silent = self { true } else { false }
    }

    /// States `value`, or nothing where there is none.
    public init(_ value: Value?) {
        self = value.map(Stated.stated) ?? .unstated
    }

    /// The same said of a value made of this one.
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
