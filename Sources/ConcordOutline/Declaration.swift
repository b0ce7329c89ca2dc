/// A Swift declaration as its source code states it. It contains what is needed to read or print the declaration,
/// independent of its meaning in Concord.
public struct Declaration: Hashable, Sendable {
    /// The text of the `///` or `/** */` comment: its lines without the markers and one space after them, joined by
    /// line feeds.
    public var documentation: String?
    /// The attributes, in source order.
    public var attributes: [Attribute]
    /// The modifiers, such as `public`, `static`, and `private(set)`, in source order.
    public var modifiers: [String]
    /// The kind of declaration, with the parts specific to that kind.
    public var kind: Kind
    /// The position of the declared name.
    public var mark: SourceMark

    /// The kind of a declaration.
    public indirect enum Kind: Hashable, Sendable {
        case structure(TypeBody)
        case enumeration(TypeBody)
        case classOrActor(TypeBody, keyword: String)
        case protocolDeclaration(TypeBody)
        /// An extension. The body's name is the extended type.
        case extensionDeclaration(TypeBody)
        case alias(name: String, genericParameters: [String] = [], type: TypeExpression)
        /// One variable of a `let` or `var` declaration. A declaration of several variables is read as several
        /// declarations.
        case variable(Variable)
        case function(Function)
        case enumCase([CaseElement])
        /// Any other declaration, such as an initializer, a macro expansion, or an import with an attribute, as source
        /// text from its keyword.
        case other(String)
    }

    /// Creates a declaration. The default mark is that of a declaration that wasn't read from a file.
    public init(
        documentation: String? = nil,
        attributes: [Attribute] = [],
        modifiers: [String] = [],
        _ kind: Kind,
        mark: SourceMark = SourceMark()
    ) {
        self.documentation = documentation
        self.attributes = attributes
        self.modifiers = modifiers
        self.kind = kind
        self.mark = mark
    }
}

/// The name, the inheritance clause, and the members of a type.
public struct TypeBody: Hashable, Sendable {
    /// The name, without backticks.
    public var name: String
    /// The generic parameters between `<` and `>`, with their constraints.
    public var genericParameters: [String]
    /// The types in the inheritance clause: a superclass, protocols, or the raw type of an enum.
    public var inheritance: [TypeExpression]
    /// The text of the `where` clause.
    public var requirements: String?
    /// The members, in source order.
    public var members: [Declaration]

    /// Creates the body of a type with a name.
    public init(
        _ name: String,
        genericParameters: [String] = [],
        inheritance: [TypeExpression] = [],
        requirements: String? = nil,
        members: [Declaration] = []
    ) {
        self.name = name
        self.genericParameters = genericParameters
        self.inheritance = inheritance
        self.requirements = requirements
        self.members = members
    }
}

/// A `let` or `var`.
public struct Variable: Hashable, Sendable {
    /// Whether the declaration is a `let`.
    public var isConstant: Bool
    /// The name, without backticks.
    public var name: String
    /// The type, or `nil` if it is inferred.
    public var type: TypeExpression?
    /// The initial value.
    public var initialValue: Expression?
    /// The position of the initial value.
    public var valueMark: SourceMark
    /// The text between the braces of a computed property or of observers.
    public var accessors: String?
    /// The facts about the getter that are known without running it.
    public var getter = CodeFacts()

    /// Creates a `var`, or a `let` if `isConstant` is `true`.
    public init(
        isConstant: Bool = false,
        _ name: String,
        type: TypeExpression? = nil,
        initialValue: Expression? = nil,
        valueMark: SourceMark = SourceMark(),
        accessors: String? = nil
    ) {
        self.isConstant = isConstant
        self.name = name
        self.type = type
        self.initialValue = initialValue
        self.valueMark = valueMark
        self.accessors = accessors
    }
}

/// A function, with its body as text.
public struct Function: Hashable, Sendable {
    /// The name, without backticks.
    public var name: String
    /// The generic parameters between `<` and `>`, with their constraints.
    public var genericParameters: [String]
    /// The parameters, in source order.
    public var parameters: [Parameter]
    /// Whether the function is declared `async`.
    public var isAsync: Bool
    /// Whether the function is declared `throws`.
    public var isThrowing: Bool
    /// The error type of a function that is declared `throws(E)`.
    public var thrownType: TypeExpression?
    /// The result type, or `nil` if the function has none or returns `Void`.
    public var result: TypeExpression?
    /// The position of the result type.
    public var resultMark: SourceMark
    /// The text of the `where` clause.
    public var requirements: String?
    /// The text between the braces without common indentation, or `nil` for a protocol requirement.
    public var body: String?
    /// The facts about the body that are known without running it.
    public var code = CodeFacts()

    /// A parameter of a function.
    public struct Parameter: Hashable, Sendable {
        /// The text of the doc comment before the parameter.
        public var documentation: String?
        /// The attributes, in source order.
        public var attributes: [Attribute]
        /// The argument label, or `nil` if it equals the name. The label `_` means that there is no label.
        public var label: String?
        /// The name inside the function, without backticks.
        public var name: String
        /// The type.
        public var type: TypeExpression
        /// The default value.
        public var defaultValue: Expression?
        /// The position of the name.
        public var mark: SourceMark

        /// Creates a parameter. Its argument label is its name by default.
        public init(
            documentation: String? = nil,
            attributes: [Attribute] = [],
            label: String? = nil,
            _ name: String,
            type: TypeExpression,
            defaultValue: Expression? = nil,
            mark: SourceMark = SourceMark()
        ) {
            self.documentation = documentation
            self.attributes = attributes
            self.label = label
            self.name = name
            self.type = type
            self.defaultValue = defaultValue
            self.mark = mark
        }
    }

    /// Creates a function. Without a body, it is a protocol requirement.
    public init(
        _ name: String,
        genericParameters: [String] = [],
        parameters: [Parameter] = [],
        isAsync: Bool = false,
        isThrowing: Bool = false,
        thrownType: TypeExpression? = nil,
        result: TypeExpression? = nil,
        resultMark: SourceMark = SourceMark(),
        requirements: String? = nil,
        body: String? = nil
    ) {
        self.name = name
        self.genericParameters = genericParameters
        self.parameters = parameters
        self.isAsync = isAsync
        self.isThrowing = isThrowing
        self.thrownType = thrownType
        self.result = result
        self.resultMark = resultMark
        self.requirements = requirements
        self.body = body
    }
}

/// An element of a `case` declaration: `wind(WindReading)`, `active`, `notYet = "not-yet"`.
public struct CaseElement: Hashable, Sendable {
    /// The name, without backticks.
    public var name: String
    /// The associated values. The array is empty for a case without parentheses.
    public var payload: [Payload]
    /// The raw value.
    public var rawValue: Expression?
    /// The position of the name.
    public var mark: SourceMark

    /// An associated value.
    public struct Payload: Hashable, Sendable {
        /// The label, or `nil` if the value has none.
        public var label: String?
        /// The type.
        public var type: TypeExpression

        /// Creates an associated value.
        public init(label: String? = nil, _ type: TypeExpression) {
            self.label = label
            self.type = type
        }
    }

    /// Creates an element of a `case` declaration.
    public init(_ name: String, payload: [Payload] = [], rawValue: Expression? = nil, mark: SourceMark = SourceMark()) {
        self.name = name
        self.payload = payload
        self.rawValue = rawValue
        self.mark = mark
    }
}

/// A Swift source file.
public struct SourceFile: Hashable, Sendable {
    /// The path relative to the folder that is read or written, with `/` as the separator.
    public var path: String
    /// The names of the imported modules, in source order.
    public var imports: [String]
    /// The declarations at file level, in source order.
    public var declarations: [Declaration]

    /// Creates a file for printing.
    public init(path: String, imports: [String] = [], declarations: [Declaration] = []) {
        self.path = path
        self.imports = imports
        self.declarations = declarations
    }
}
