/// Declares the body of a request or of a `@Response` type: `@Body(.json, .xml) pet: Pet`. The default media type is
/// JSON.
///
/// Concord reads the traits from the source code. They don't exist at run time.
@propertyWrapper
public struct Body<Value> {
    @usableFromInline var bound: Value?

    /// The value in the current request.
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

    /// Creates an input with traits.
    @inlinable
    public init(_ traits: BodyTrait...) {}
}

extension Body: Sendable where Value: Sendable {}
