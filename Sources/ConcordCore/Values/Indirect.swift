/// Keeps a property's value elsewhere, so that a struct may hold a value of its own kind: `@Indirect var parent: Category?`.
///
/// Copies are independent, as with any value.
@propertyWrapper
public struct Indirect<Value> {
    private var box: Box<Value>

    /// Keeps a value.
    public init(wrappedValue: Value) {
        box = Box(wrappedValue)
    }

    /// The value that is kept.
    public var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}

extension Indirect where Value: ExpressibleByNilLiteral {
    /// Keeps nil, as an optional property without an initial value does.
    public init() {
        self.init(wrappedValue: nil)
    }
}

/// Immutable, so that sharing it between copies can't be noticed.
private final class Box<Value> {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}

extension Box: Sendable where Value: Sendable {}
extension Indirect: Sendable where Value: Sendable {}

extension Indirect: Equatable where Value: Equatable {
    /// Whether two values are equal, wherever they are kept.
    public static func == (left: Indirect, right: Indirect) -> Bool { left.wrappedValue == right.wrappedValue }
}

extension Indirect: Hashable where Value: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
