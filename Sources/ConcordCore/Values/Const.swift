/// A property with a constant value: `var kind = Const("dog")`.
public struct Const<Value: Sendable & Hashable>: Hashable, Sendable {
    /// The constant value.
    public let value: Value

    /// Creates a constant.
    public init(_ value: Value) { self.value = value }
}
