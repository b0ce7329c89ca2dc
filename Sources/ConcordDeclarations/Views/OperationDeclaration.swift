import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// A method of a view: an operation, with its inputs, its result, and its other responses.
public struct OperationDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The HTTP method, in uppercase.
    public var method: String
    /// The operation ID. `nil` omits it. By default, it is derived.
    public var operationID: Stated<String>
    /// The status of the main response. With `nil`, no success is declared.
    public var status: Stated<StatusKey>
    /// The value of `.tags`. By default, the tags are the view's.
    public var tags: Stated<[String]>
    /// The value of `.summary`. By default, it comes from the comment.
    public var summary: Stated<String>
    /// The value of `.description`. By default, it comes from the comment.
    public var description: Stated<String>
    /// The value of `.deprecated`.
    public var deprecated: Bool?
    /// The value of `.servers`.
    public var servers: [ValueObject]
    /// The value of `.externalDocs`.
    public var externalDocs: ValueObject?
    /// The value of `.authentication`. By default, it is the view's or the API's.
    public var authentication: [SecurityRequirementDeclaration]?
    /// The value of `.authentication` as written, for names that can't be resolved.
    public var writtenAuthentication = AsWritten()
    /// The value of `.callbacks`: the types of the requests that the server sends because of this operation.
    public var callbacks: [APIDeclaration.TypeUse] = []
    /// The parameters, in source order.
    public var inputs: [InputDeclaration]
    /// The result type, or `nil` if the main response has no content.
    public var result: TypeExpression?
    /// The position of the result type.
    public var resultMark = SourceMark()
    /// The `@Response` lines, in source order.
    public var responses: [ResponseStatement]
    /// Whether the operation is in the document. `.schema(nil)` omits it.
    public var isInDocument = true
    /// The action of a generic view, or `nil` if a function declares the operation.
    public var genericAction: GenericAction?
    /// The value of `@Action`: the place of the operation in a view set.
    public var action: ActionPlace?
    /// The text of the function's body.
    public var body: String?
    /// The errors that the body throws itself.
    public var thrown: [CodeFacts.Thrown] {
        get { code.thrown }
        set { code.thrown = newValue }
    }
    private var code = CodeFacts()

    /// Creates an operation.
    public init(
        _ head: DeclarationHead,
        method: String,
        operationID: Stated<String> = .unstated,
        inputs: [InputDeclaration] = [],
        result: TypeExpression? = nil,
        responses: [ResponseStatement] = []
    ) {
        self.head = head
        self.method = method
        self.operationID = operationID
        self.inputs = inputs
        self.result = result
        self.responses = responses
        status = .unstated
        tags = .unstated
        summary = .unstated
        description = .unstated
        servers = []
    }
}

extension OperationDeclaration {
    /// Returns the ID of a function without a stated ID. It consists of the function's name and the view's, `listPets`
    /// for `list` of `Pets`, or of the base that `AutoSchema` states, in the plural for a list.
    public func derivedID(in view: ViewDeclaration) -> String {
        guard let base = view.operationIDBase else {
            return DerivedName.operation(head.name, DerivedName.withoutNamespaces(view.head.name))
        }
        return head.name == "list"
            ? DerivedName.operationOnSeveral(head.name, base) : DerivedName.operation(head.name, base)
    }

    /// The attributes that make a method an operation, except `@Operation`.
    public static let methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]

    /// Reads a method of a view. Returns `nil` if it isn't an operation.
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .function(let function) = outline.kind,
            let attribute = outline.attributes.first(where: {
                Self.methods.contains($0.name) || $0.name == "Operation" || $0.name == "Action"
            })
        else { return nil }
        var arguments = Arguments(attribute)
        var method = attribute.name
        var action: ActionPlace?
        if method == "Action" {
            guard let read = ActionPlace.read(&arguments, of: attribute, &reading) else { return nil }
            (method, action) = (read.method, read.place)
        } else if method == "Operation" {
            guard let name = arguments.takePositional().flatMap({ reading.text($0) }) else {
                reading.error(
                    "missing-argument", "@Operation requires an HTTP method", at: attribute.mark,
                    help: "write '@Operation(\"COPY\")'")
                return nil
            }
            method = name
        }
        self.init(DeclarationHead(function.name, outline, &reading), method: method)
        self.action = action
        if let argument = arguments.takePositional() {
            operationID = argument.value == .null ? .silent : Stated(reading.text(argument))
        }
        readArguments(&arguments, &reading)
        inputs = function.parameters.map { InputDeclaration(parameter: $0, &reading) }
        result = function.result.flatMap { $0 == .void || $0 == .named("Void") ? nil : $0 }
        resultMark = function.resultMark.position == nil ? head.mark : function.resultMark
        if let type = result, reading.reportsUnwritable(type, at: resultMark) { result = nil }
        responses = outline.attributes.filter { $0.name == "Response" }.compactMap { ResponseStatement($0, &reading) }
        body = function.body
        code = function.code
    }

    private mutating func readArguments(_ arguments: inout Arguments, _ reading: inout Reading) {
        if let argument = arguments.take("status")?.first {
            status = argument.value == .null ? .silent : Stated(StatusKey(argument, &reading))
        }
        tags = arguments.takeTexts("tags", &reading)
        summary = arguments.takeStatedText("summary", &reading)
        description = arguments.takeStatedText("description", &reading)
        deprecated = arguments.takeFlag("deprecated", &reading)
        servers = arguments.takeObjects("servers", .server, &reading)
        externalDocs = arguments.takeObject("externalDocs", .externalDocs, &reading)
        if let argument = arguments.take("authentication")?.first {
            writtenAuthentication = AsWritten(argument.value)
            authentication = SecurityRequirementDeclaration.list(argument, &reading)
        }
        callbacks = (arguments.take("callbacks") ?? []).flatMap { reading.typeGroup($0) }
        if let argument = arguments.take("schema")?.first {
            isInDocument = argument.value != .null
            if isInDocument { reading.notStatic(argument, expected: "nil, which removes the operation") }
        }
        arguments.reportRest(
            known: [
                "detail", "path", "schema", "status", "tags", "summary", "description", "deprecated", "servers",
                "externalDocs", "authentication", "callbacks",
            ], &reading)
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        let isNamed = Self.methods.contains(method)
        var arguments: [Argument] = isNamed ? [] : .text(nil, method)
        arguments += .stated(nil, operationID)
        if let action { arguments = action.arguments(method: method, operationID: .stated(nil, operationID)) }
        switch status {
        case .unstated: break
        case .silent: arguments.append(Argument("status", .null))
        case .stated(let key): arguments.append(Argument("status", key.expression))
        }
        arguments += .stated("tags", tags) + .stated("summary", summary) + .stated("description", description)
        arguments += .flag("deprecated", deprecated) + .list("servers", servers.map(\.expression))
        if let externalDocs { arguments.append(Argument("externalDocs", externalDocs.expression)) }
        if let authentication {
            arguments.append(Argument("authentication", SecurityRequirementDeclaration.expression(authentication)))
        }
        arguments += .list("callbacks", callbacks.map { .type($0.type) })
        if !isInDocument { arguments.append(Argument("schema", .null)) }
        let name = action != nil ? "Action" : isNamed ? method : "Operation"
        return Declaration(
            documentation: head.documentation,
            attributes: [Attribute(name, arguments.isEmpty ? nil : arguments)]
                + responses.map(\.attribute) + head.fragmentAttributes,
            .function(
                Function(
                    head.name, parameters: inputs.map(\.parameterOutline), isAsync: true, isThrowing: true,
                    result: result, body: body ?? "throw NotImplemented()")))
    }
}

extension Arguments {
    /// Takes `.servers(Server(…), Server(…))` or one array of objects.
    mutating func takeObjects(_ label: String, _ shape: ValueShape, _ reading: inout Reading) -> [ValueObject] {
        (take(label) ?? []).flatMap { argument -> [ValueObject] in
            reading.objects(shape, argument)
        }
    }
}

extension Reading {
    /// Returns the types of `.callbacks(OnData.self, OnEnd.self)`.
    mutating func typeGroup(_ argument: Argument) -> [APIDeclaration.TypeUse] {
        if case .type(let type) = argument.value { return [.init(type, mark: argument.mark)] }
        notStatic(argument, expected: "a type such as OnEvent.self")
        return []
    }

    mutating func objects(_ shape: ValueShape, _ argument: Argument) -> [ValueObject] {
        let expressions: [Expression] =
            if case .array(let elements) = argument.value { elements } else { [argument.value] }
        return expressions.compactMap { ValueObject(shape, $0, at: argument.mark, &self) }
    }
}
