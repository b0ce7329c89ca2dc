/// Stores a property's value indirectly, so that a struct can contain a value of its own type: `@Indirect var parent:
/// Category?`.
///
/// Copies are independent, as for any value type.
@propertyWrapper
public struct Indirect<Value> {
    private var box: Box<Value>

    /// Creates a property with a value.
    public init(wrappedValue: Value) {
        box = Box(wrappedValue)
    }

    /// The value.
    public var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}

extension Indirect where Value: ExpressibleByNilLiteral {
    /// Creates a property with `nil`, the default of optional properties.
    public init() {
        self.init(wrappedValue: nil)
    }
}

/// The box is immutable, so code can't observe that copies share it.
private final class Box<Value> {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}

extension Box: Sendable where Value: Sendable {}
extension Indirect: Sendable where Value: Sendable {}

extension Indirect: Equatable where Value: Equatable {
    /// Returns whether two values are equal.
    public static func == (left: Indirect, right: Indirect) -> Bool { left.wrappedValue == right.wrappedValue }
}

extension Indirect: Hashable where Value: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
