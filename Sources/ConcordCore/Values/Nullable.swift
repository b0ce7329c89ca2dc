// The protocol documents its members.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// A value that may be null. In contrast, `T?` is a value that may be absent, and `Nullable<T>?` a value that may be
/// either.
public enum Nullable<Wrapped> {
    /// Null.
    case null
    /// A value that isn't null.
    case value(Wrapped)

    /// Creates a value, or null for `nil`.
    public init(_ value: Wrapped?) { self = value.map { .value($0) } ?? .null }

    /// The value, or `nil` for null.
    public var value: Wrapped? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension Nullable: Sendable where Wrapped: Sendable {}
extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}

extension Nullable: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Wrapped.BooleanLiteralType) { self = .value(Wrapped(booleanLiteral: value)) }
}

extension Nullable: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Wrapped.IntegerLiteralType) { self = .value(Wrapped(integerLiteral: value)) }
}

extension Nullable: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Wrapped.FloatLiteralType) { self = .value(Wrapped(floatLiteral: value)) }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Wrapped: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral value: Wrapped.UnicodeScalarLiteralType) {
        self = .value(Wrapped(unicodeScalarLiteral: value))
    }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Wrapped: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral value: Wrapped.ExtendedGraphemeClusterLiteralType) {
        self = .value(Wrapped(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Wrapped: ExpressibleByStringLiteral {
    public init(stringLiteral value: Wrapped.StringLiteralType) { self = .value(Wrapped(stringLiteral: value)) }
}

extension Nullable: WireValue where Wrapped: WireValue {
    private static var codec: _Core.NullableCodec<_Core.ValueCodec<Wrapped>> { _Core.Wire.nullable(_Core.ValueCodec()) }

    public init?(from json: inout _Core.JSONReader) {
        guard let value = Self.codec.read(&json) else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { Self.codec.write(self, to: &json) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { Self.codec.check(self, rules, &issues) }
    public static var placeholder: Nullable<Wrapped>? { .null }
    public static var shape: _Core.WireShape { Wrapped.shape }
}
