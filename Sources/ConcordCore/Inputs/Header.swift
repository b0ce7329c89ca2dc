/// Declares a header of a request or of a `@Response` type: `@Header("X-Tenant") var tenant: String?`.
///
/// Concord reads the traits from the source code. They don't exist at run time.
@propertyWrapper
public struct Header<Value> {
    @usableFromInline var bound: Value?

    /// The value in the current request.
    public var wrappedValue: Value {
        get { Unbound.value(bound, "Header") }
        set { bound = newValue }
    }

    /// Creates an input with an initial value, a wire name, and traits.
    @inlinable
    public init(wrappedValue: Value, _ name: String, _ traits: ParameterTrait...) { bound = wrappedValue }

    /// Creates an input with an initial value and traits.
    @inlinable
    public init(wrappedValue: Value, _ traits: ParameterTrait...) { bound = wrappedValue }

    /// Creates an input with a wire name and traits.
    @inlinable
    public init(_ name: String, _ traits: ParameterTrait...) {}

    /// Creates an input with traits.
    @inlinable
    public init(_ traits: ParameterTrait...) {}
}

extension Header: Sendable where Value: Sendable {}
