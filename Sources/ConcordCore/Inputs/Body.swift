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

    /// Creates an input with an initial value.
    @inlinable
    public init(wrappedValue: Value) { bound = wrappedValue }

    /// Creates an input with an initial value and traits.
    @inlinable
    public init(wrappedValue: Value, _ traits: BodyTrait...) { bound = wrappedValue }

    /// Creates an input with traits.
    @inlinable
    public init(_ traits: BodyTrait...) {}
}

extension Body: Sendable where Value: Sendable {}
