/// A value of the query: `@Query("page_size", .minimum(1)) var pageSize: Int = 50`, in a view or on a function's parameter.
///
/// The traits are read from the source; the running value is the property's value alone.
@propertyWrapper
public struct Query<Value> {
    @usableFromInline var bound: Value?

    /// The value for this request.
    public var wrappedValue: Value {
        get { Unbound.value(bound, "Query") }
        set { bound = newValue }
    }

    /// Wraps a value, or a default.
    @inlinable
    public init(wrappedValue: Value) { bound = wrappedValue }

    /// Wraps a value, or a default, with a name on the wire and traits.
    @inlinable
    public init(wrappedValue: Value, _ name: String, _ traits: ParameterTrait...) { bound = wrappedValue }

    /// Wraps a value, or a default, with traits.
    @inlinable
    public init(wrappedValue: Value, _ traits: ParameterTrait...) { bound = wrappedValue }

    /// Waits for a request's value, with a name on the wire and traits.
    @inlinable
    public init(_ name: String, _ traits: ParameterTrait...) {}

    /// Waits for a request's value, with traits.
    @inlinable
    public init(_ traits: ParameterTrait...) {}
}

extension Query: Sendable where Value: Sendable {}
