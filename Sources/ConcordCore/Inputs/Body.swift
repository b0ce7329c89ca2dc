/// The body of a request, or of a `@Response` type: `@Body(.json, .xml) pet: Pet`; without a media type it is JSON, on a function's parameter or a property.
///
/// The traits are read from the source; the running value is the property's value alone.
@propertyWrapper
public struct Body<Value> {
    @usableFromInline var bound: Value?

    /// The value for this request.
    public var wrappedValue: Value {
        get { Unbound.value(bound, "Body") }
        set { bound = newValue }
    }

    /// Wraps a value, or a default.
    @inlinable
    public init(wrappedValue: Value) { bound = wrappedValue }

    /// Wraps a value, or a default, with traits.
    @inlinable
    public init(wrappedValue: Value, _ traits: BodyTrait...) { bound = wrappedValue }

    /// Waits for a request's value, with traits.
    @inlinable
    public init(_ traits: BodyTrait...) {}
}

extension Body: Sendable where Value: Sendable {}
