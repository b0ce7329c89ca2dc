/// A Swift expression as far as it can be read without running it.
public indirect enum Expression: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A number literal without underscores, including its sign: `-1`, `0.10`, `1e400`, `0x1F`.
    case number(String)
    /// The value of a string literal without interpolation, with escapes resolved.
    case string(String)
    case array([Expression])
    case dictionary([DictionaryElement])
    /// A member access: `.json` (without a base), `ParameterStyle.form`, `config.limit`.
    case member(Expression?, String)
    /// A name that refers to a value or type: `limit`.
    case reference(String)
    /// A type: `Pet.self`, or without `.self` as the callee of `Page<Pet>()` or `[Int]()`.
    case type(TypeExpression)
    /// A call: `Server("…", name: "a")`, `.range("4XX")`, `SearchFilter(\.name)`. The callee is a `reference`, a
    /// `member`, or a `type`.
    case call(Expression, [Argument])
    /// A key path: `\.name`, `\Station.name`.
    case keyPath(root: TypeExpression?, [String])
    /// Any other expression, whose value only the running app knows, as source text. Lines after the first are indented
    /// relative to it.
    case dynamic(String)

    /// A key-value pair of a dictionary literal.
    public struct DictionaryElement: Hashable, Sendable {
        /// The key.
        public var key: Expression
        /// The value.
        public var value: Expression

        /// Creates a key-value pair.
        public init(_ key: Expression, _ value: Expression) {
            self.key = key
            self.value = value
        }
    }
}

extension Expression {
    /// The name of a trait such as `.minLength(1)` or `.unique`, without the period.
    package var traitName: String? {
        switch self {
        case .member(nil, let name), .call(.member(nil, let name), _): name
        default: nil
        }
    }
}

/// An argument of an attribute or call.
public struct Argument: Hashable, Sendable {
    /// The label, or `nil` if the argument has none.
    public var label: String?
    /// The value.
    public var value: Expression
    /// The position of the label, or of the value if the argument has no label.
    public var mark: SourceMark

    /// Creates an argument.
    public init(_ label: String? = nil, _ value: Expression, mark: SourceMark = SourceMark()) {
        self.label = label
        self.value = value
        self.mark = mark
    }
}

/// An attribute: `@Relation(onDelete: .protect)`.
public struct Attribute: Hashable, Sendable {
    /// The name without the `@` and without a module (`Field` for `@Concord.Field`).
    public var name: String
    /// The arguments, or `nil` if the attribute has no parentheses.
    public var arguments: [Argument]?
    /// The position of the name, after the `@`.
    public var mark: SourceMark

    /// Creates an attribute. Without arguments, it has no parentheses.
    public init(_ name: String, _ arguments: [Argument]? = nil, mark: SourceMark = SourceMark()) {
        self.name = name
        self.arguments = arguments
        self.mark = mark
    }
}
