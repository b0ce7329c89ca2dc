/// A Swift declaration as its text states it: what is needed to read or to print it, and nothing of what it means to Concord.
public struct Declaration: Hashable, Sendable {
    /// The `///` or `/** */` comment's text: its lines without the markers and without one blank after them, joined by line feeds.
    public var documentation: String?
    public var attributes: [Attribute]
    /// `public`, `static`, `private(set)`, in the order written.
    public var modifiers: [String]
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
        /// Anything else (an import, an initialiser, a macro's use), as its text.
        case other(String)
    }

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
    public var genericParameters: [String]
    public var inheritance: [TypeExpression]
    public var members: [Declaration]

    public init(
        _ name: String,
        genericParameters: [String] = [],
        inheritance: [TypeExpression] = [],
        members: [Declaration] = []
    ) {
        self.name = name
        self.genericParameters = genericParameters
        self.inheritance = inheritance
        self.members = members
    }
}

/// A `let` or `var`.
public struct Variable: Hashable, Sendable {
    public var isConstant: Bool
    public var name: String
    public var type: TypeExpression?
    public var initialValue: Expression?
    /// The text between the braces of a computed property or of observers.
    public var accessors: String?

    public init(
        isConstant: Bool = false,
        _ name: String,
        type: TypeExpression? = nil,
        initialValue: Expression? = nil,
        accessors: String? = nil
    ) {
        self.isConstant = isConstant
        self.name = name
        self.type = type
        self.initialValue = initialValue
        self.accessors = accessors
    }
}

/// A function and, as text, what it does.
public struct Function: Hashable, Sendable {
    public var name: String
    public var parameters: [Parameter]
    public var isAsync: Bool
    public var isThrowing: Bool
    /// Absent where no arrow is written.
    public var result: TypeExpression?
    /// The text between the braces, its common indentation taken away; absent in a protocol.
    public var body: String?

    /// One parameter of a function.
    public struct Parameter: Hashable, Sendable {
        public var documentation: String?
        public var attributes: [Attribute]
        /// Absent where it is the name; `_` where the call has none.
        public var label: String?
        public var name: String
        public var type: TypeExpression
        public var defaultValue: Expression?
        public var mark: SourceMark

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

    public init(
        _ name: String,
        parameters: [Parameter] = [],
        isAsync: Bool = false,
        isThrowing: Bool = false,
        result: TypeExpression? = nil,
        body: String? = nil
    ) {
        self.name = name
        self.parameters = parameters
        self.isAsync = isAsync
        self.isThrowing = isThrowing
        self.result = result
        self.body = body
    }
}

/// One name of a `case` line: `wind(WindReading)`, `active`, `notYet = "not-yet"`.
public struct CaseElement: Hashable, Sendable {
    public var name: String
    public var payload: [Payload]
    public var rawValue: Expression?
    public var mark: SourceMark

    /// One associated value.
    public struct Payload: Hashable, Sendable {
        public var label: String?
        public var type: TypeExpression

        public init(label: String? = nil, _ type: TypeExpression) {
            self.label = label
            self.type = type
        }
    }

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
    public var imports: [String]
    public var declarations: [Declaration]

    public init(path: String, imports: [String] = [], declarations: [Declaration] = []) {
        self.path = path
        self.imports = imports
        self.declarations = declarations
    }
}
