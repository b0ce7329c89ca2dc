/// A Swift declaration as its text states it: what is needed to read or to print it, and nothing of what it means to Concord.
public struct Declaration: Hashable, Sendable {
    /// The `///` or `/** */` comment's text: its lines without the markers and without one blank after them, joined by line feeds.
    public var documentation: String?
    /// In the order written.
    public var attributes: [Attribute]
    /// `public`, `static`, `private(set)`, in the order written.
    public var modifiers: [String]
    /// Which declaration it is, with what only that kind has.
    public var kind: Kind
    /// The place of the declared name.
    public var mark: SourceMark

    /// What is declared.
    public indirect enum Kind: Hashable, Sendable {
        case structure(TypeBody)
        case enumeration(TypeBody)
        case classOrActor(TypeBody, keyword: String)
        case protocolDeclaration(TypeBody)
        /// The body's name is the extended type's text.
        case extensionDeclaration(TypeBody)
        case alias(name: String, type: TypeExpression)
        /// One name of a `let` or `var`; a line of several names gives several declarations.
        case variable(Variable)
        case function(Function)
        case enumCase([CaseElement])
        /// Anything else (an initialiser, a macro's use, an import with an attribute), as its text from the keyword on.
        case other(String)
    }

    /// Makes a declaration; without a mark it was not read from a file.
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

/// The name, the parents and the members of a nominal type.
public struct TypeBody: Hashable, Sendable {
    /// Without backticks.
    public var name: String
    /// What stands between `<` and `>`, each with its constraint.
    public var genericParameters: [String]
    /// What stands after the colon: a superclass, protocols, the raw type of an enumeration.
    public var inheritance: [TypeExpression]
    /// The text after `where`.
    public var requirements: String?
    /// In the order written.
    public var members: [Declaration]

    /// Makes the body of a type with this name.
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
    /// Whether it is a `let`.
    public var isConstant: Bool
    /// Without backticks.
    public var name: String
    /// Absent where it is left to inference.
    public var type: TypeExpression?
    /// What stands after the `=`.
    public var initialValue: Expression?
    /// The place of the initial value.
    public var valueMark: SourceMark
    /// The text between the braces of a computed property or of observers.
    public var accessors: String?
    /// What the getter says without being run.
    public var getter = CodeFacts()

    /// Makes a `var`, or a `let` where it is constant.
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

/// A function and, as text, what it does.
public struct Function: Hashable, Sendable {
    /// Without backticks.
    public var name: String
    /// What stands between `<` and `>`, each with its constraint.
    public var genericParameters: [String]
    /// In the order written.
    public var parameters: [Parameter]
    /// Whether it says `async`.
    public var isAsync: Bool
    /// Whether it says `throws`.
    public var isThrowing: Bool
    /// `E` of a function that says `throws(E)`.
    public var thrownType: TypeExpression?
    /// Absent where no arrow is written, and where the arrow points to `Void`.
    public var result: TypeExpression?
    /// The place of the result's type.
    public var resultMark: SourceMark
    /// The text after `where`.
    public var requirements: String?
    /// The text between the braces, its common indentation taken away; absent in a protocol.
    public var body: String?
    /// What the body says without being run.
    public var code = CodeFacts()

    /// One parameter of a function.
    public struct Parameter: Hashable, Sendable {
        /// The comment's text before the parameter, as on a declaration.
        public var documentation: String?
        /// In the order written.
        public var attributes: [Attribute]
        /// Absent where it is the name; `_` where the call has none.
        public var label: String?
        /// The name inside the function, without backticks.
        public var name: String
        /// What stands after the colon.
        public var type: TypeExpression
        /// What stands after the `=`.
        public var defaultValue: Expression?
        /// The place of the name.
        public var mark: SourceMark

        /// Makes a parameter whose label is its name, unless another is given.
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

    /// Makes a function; without a body it is a requirement of a protocol.
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

/// One name of a `case` line: `wind(WindReading)`, `active`, `notYet = "not-yet"`.
public struct CaseElement: Hashable, Sendable {
    /// Without backticks.
    public var name: String
    /// The associated values; empty where there are no parentheses.
    public var payload: [Payload]
    /// What stands after the `=`.
    public var rawValue: Expression?
    /// The place of the name.
    public var mark: SourceMark

    /// One associated value.
    public struct Payload: Hashable, Sendable {
        /// Absent where none is written.
        public var label: String?
        /// What stands after the label.
        public var type: TypeExpression

        /// Makes the associated value `label: type`.
        public init(label: String? = nil, _ type: TypeExpression) {
            self.label = label
            self.type = type
        }
    }

    /// Makes one name of a `case` line.
    public init(_ name: String, payload: [Payload] = [], rawValue: Expression? = nil, mark: SourceMark = SourceMark()) {
        self.name = name
        self.payload = payload
        self.rawValue = rawValue
        self.mark = mark
    }
}

/// A Swift source file.
public struct SourceFile: Hashable, Sendable {
    /// Relative to the folder that is read or written, `/` between parts.
    public var path: String
    /// The names of the imported modules, in the order written.
    public var imports: [String]
    /// What stands at file level, in the order written.
    public var declarations: [Declaration]

    /// Makes a file, to be printed.
    public init(path: String, imports: [String] = [], declarations: [Declaration] = []) {
        self.path = path
        self.imports = imports
        self.declarations = declarations
    }
}
