/// Declares a query parameter, as a property of a view or a parameter of a function: `@Query("page_size", .minimum(1))
/// var pageSize: Int = 50`.
///
/// Concord reads the traits from the source code. They don't exist at run time.
@propertyWrapper
public struct Query<Value> {
    @usableFromInline var bound: Value?

    /// The value in the current request.
    public var wrappedValue: Value {
        get { Unbound.value(bound, "Query") }
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

extension Query: Sendable where Value: Sendable {}
