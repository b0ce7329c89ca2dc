/// A type as Swift text names it, not yet resolved to a declaration.
public indirect enum TypeExpression: Hashable, Sendable {
    /// `Int`, `Nullable<Double>`; names carry no backticks.
    case named(String, arguments: [TypeExpression] = [])
    /// `Owner.ID`, `Page.Item<Pet>`.
    case member(TypeExpression, String, arguments: [TypeExpression] = [])
    case optional(TypeExpression)
    case array(TypeExpression)
    case dictionary(key: TypeExpression, value: TypeExpression)
    /// `any Permission`.
    case existential(TypeExpression)
    /// `some View`.
    case opaque(TypeExpression)
    /// `View.Type`.
    case metatype(TypeExpression)
    /// `(Int, String)`; `()` is empty.
    case tuple([TypeExpression])
    /// Any other type, as its text: a function type, a composition.
    case other(String)

    /// `Void`, as declarations without a result have it.
    public static let void = TypeExpression.tuple([])
}

extension TypeExpression {
    /// The dotted path of a plain name: `["Pet", "Status"]` of `Pet.Status`; absent where the type is more than a name.
    public var path: [String]? {
        switch self {
        case .named(let name, arguments: []): [name]
        case .member(let base, let name, arguments: []): base.path.map { $0 + [name] }
        default: nil
        }
    }

    /// Whether it is `Type?`.
    package var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// `Type` of `Type?`; any other type itself.
    package var unwrapped: TypeExpression {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    /// The type that a dotted path names; nothing for an empty path.
    public init?(path: [String]) {
        guard let first = path.first else { return nil }
        self = path.dropFirst().reduce(.named(first)) { .member($0, $1) }
    }
}
