/// A type as source code names it, not yet resolved to a declaration.
public indirect enum TypeExpression: Hashable, Sendable {
    /// A named type: `Int`, `Nullable<Double>`. Names have no backticks.
    case named(String, arguments: [TypeExpression] = [])
    /// A member type: `Owner.ID`, `Page.Item<Pet>`.
    case member(TypeExpression, String, arguments: [TypeExpression] = [])
    case optional(TypeExpression)
    case array(TypeExpression)
    case dictionary(key: TypeExpression, value: TypeExpression)
    /// An existential type: `any Permission`.
    case existential(TypeExpression)
    /// An opaque type: `some View`.
    case opaque(TypeExpression)
    /// A metatype: `View.Type`.
    case metatype(TypeExpression)
    /// A tuple: `(Int, String)`. The tuple `()` is empty.
    case tuple([TypeExpression])
    /// Any other type, such as a function type or a composition, as source text.
    case other(String)

    /// The type `Void`, the result of declarations without a result type.
    public static let void = TypeExpression.tuple([])
}

extension TypeExpression {
    /// The components of a plain name (`["Pet", "Status"]` for `Pet.Status`), or `nil` if the type is more than a name.
    public var path: [String]? {
        switch self {
        case .named(let name, arguments: []): [name]
        case .member(let base, let name, arguments: []): base.path.map { $0 + [name] }
        default: nil
        }
    }

    /// Whether the type is optional.
    package var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// The wrapped type of an optional type, or else the type itself.
    package var unwrapped: TypeExpression {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    /// Creates the type with a path, or returns `nil` if the path is empty.
    public init?(path: [String]) {
        guard let first = path.first else { return nil }
        self = path.dropFirst().reduce(.named(first)) { .member($0, $1) }
    }
}
