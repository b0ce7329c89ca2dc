/// Declares a path parameter, as a property of a view or a parameter of a function: `@Path var id: UUID`.
///
/// Concord reads the traits from the source code. They don't exist at run time.
@propertyWrapper
public struct Path<Value> {
    @usableFromInline var bound: Value?

    /// The value in the current request.
    public var wrappedValue: Value {
        get { Unbound.value(bound, "Path") }
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

extension Path: Sendable where Value: Sendable {}
