/// A value as Swift text states it, as far as it can be read without running it.
public indirect enum Expression: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// The literal's text without underscores, sign included: `-1`, `0.10`, `1e400`, `0x1F`.
    case number(String)
    /// The value of a literal without interpolation, escapes resolved.
    case string(String)
    case array([Expression])
    case dictionary([DictionaryElement])
    /// `.json` (no base), `ParameterStyle.form`, `config.limit`.
    case member(Expression?, String)
    /// `limit`: a name that stands for a value or a type.
    case reference(String)
    /// `Pet.self`; without `.self` where it is called: `Page<Pet>()`, `[Int]()`.
    case type(TypeExpression)
    /// `Server("…", name: "a")`, `.range("4XX")`, `SearchFilter(\.name)`; the callee is a `reference`, a `member` or
    /// a `type`.
    case call(Expression, [Argument])
    /// `\.name`, `\Station.name`.
    case keyPath(root: TypeExpression?, [String])
    /// Anything that only the running program knows, as its text; lines after the first are indented relative to it.
    case dynamic(String)

    /// One `key: value` of a dictionary literal.
    public struct DictionaryElement: Hashable, Sendable {
        /// What stands before the colon.
        public var key: Expression
        /// What stands after the colon.
        public var value: Expression

        /// Makes the element `key: value`.
        public init(_ key: Expression, _ value: Expression) {
            self.key = key
            self.value = value
        }
    }
}

extension Expression {
    /// The name after the full stop of `.minLength(1)` or `.unique`.
    package var traitName: String? {
        switch self {
        case .member(nil, let name), .call(.member(nil, let name), _): name
        default: nil
        }
    }
}

/// One argument of an attribute or of a call.
public struct Argument: Hashable, Sendable {
    /// Absent where the argument is written without one.
    public var label: String?
    /// What stands after the label.
    public var value: Expression
    /// The place of the label, or of the value where there is none.
    public var mark: SourceMark

    /// Makes the argument `label: value`.
    public init(_ label: String? = nil, _ value: Expression, mark: SourceMark = SourceMark()) {
        self.label = label
        self.value = value
        self.mark = mark
    }
}

/// `@Relation(onDelete: .protect)`.
public struct Attribute: Hashable, Sendable {
    /// Without the `@` and without a module in front (`@Concord.Field` is `Field`).
    public var name: String
    /// Absent where no parentheses are written.
    public var arguments: [Argument]?
    /// The place of the name, after the `@`.
    public var mark: SourceMark

    /// Makes `@name(arguments)`; without arguments it has no parentheses.
    public init(_ name: String, _ arguments: [Argument]? = nil, mark: SourceMark = SourceMark()) {
        self.name = name
        self.arguments = arguments
        self.mark = mark
    }
}
