/// A property that has one value only: `var kind = Const("dog")`.
public struct Const<Value: Sendable & Hashable>: Hashable, Sendable {
    /// The one value.
    public let value: Value

    /// States the value.
    public init(_ value: Value) { self.value = value }
}
