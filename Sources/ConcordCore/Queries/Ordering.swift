/// A field to sort by, and in which direction: `.ascending(\.name)`.
public struct Ordering<M: Model>: Sendable {
    /// The field.
    public let field: PartialKeyPath<M> & Sendable
    /// Whether the greatest value comes first.
    public let isDescending: Bool

    /// The least value first.
    public static func ascending<Value>(_ field: KeyPath<M, Value> & Sendable) -> Ordering {
        Ordering(field: field, isDescending: false)
    }

    /// The greatest value first.
    public static func descending<Value>(_ field: KeyPath<M, Value> & Sendable) -> Ordering {
        Ordering(field: field, isDescending: true)
    }
}

extension Ordering: CustomStringConvertible {
    /// The field's name, behind a minus where the greatest comes first: `-created`.
    public var description: String { (isDescending ? "-" : "") + (M.field(at: field)?.name ?? "?") }
}
