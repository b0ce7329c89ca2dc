import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// A path item, whose methods are its operations: `@View("/pets/{id}") struct`, `@Webhook("petSold") struct`, or
/// `@Callback("onData", "{$request.query.url}") struct`.
public struct ViewDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments. The wire name is the path, the webhook's name, or the callback's expression.
    public var head: DeclarationHead
    /// The kind of path item.
    public var kind: Kind
    /// The value of `.ref`: a path item in another document or in the components.
    public var reference: String?
    /// The value of `.tags`, for every operation that doesn't set its own.
    public var tags: [String]
    /// The value of `.summary`.
    public var summary: String?
    /// The value of `.description`. By default, it is the comment.
    public var description: Stated<String>
    /// The value of `.servers`.
    public var servers: [ValueObject]
    /// The value of `.undeclared`: names in the path that the document declares no parameter for.
    public var undeclared: [String]
    /// The base of derived operation IDs: `.schema(AutoSchema(operationIDBase: "Station"))`.
    public var operationIDBase: String?
    /// Whether the view is in the document. `.schema(nil)` omits it.
    public var isInDocument = true
    /// The settings of a generic view.
    public var generic = GenericViewSettings()
    /// The value of `.keys`, for inputs without a wire name.
    public var keys: KeyStyle?
    /// The value of `static let authentication`.
    public var authentication: [SecurityRequirementDeclaration]?
    /// The inputs of the whole path.
    public var inputs: [InputDeclaration]
    /// The operations, in source order.
    public var operations: [OperationDeclaration]
    /// The nested types.
    public var nested: [TypeDeclaration]
    /// The protocols in the inheritance clause, including those of generic views.
    public var inheritance: [TypeExpression]

    /// The kind of a path item.
    public enum Kind: Hashable, Sendable {
        /// A path that clients send requests to.
        case path
        /// A webhook: requests that the server sends to clients that subscribed in another way.
        case webhook
        /// A callback: requests that the server sends because of a request. The name is the key in `callbacks`.
        case callback(name: String)

        /// Whether operations refer to the path item, and not an API.
        public var isCallback: Bool {
            if case .callback = self { true } else { false }
        }
    }

    /// Creates a view.
    public init(
        _ head: DeclarationHead,
        kind: Kind = .path,
        inputs: [InputDeclaration] = [],
        operations: [OperationDeclaration] = [],
        nested: [TypeDeclaration] = []
    ) {
        self.head = head
        self.kind = kind
        self.inputs = inputs
        self.operations = operations
        self.nested = nested
        tags = []
        undeclared = []
        description = .unstated
        servers = []
        inheritance = []
    }

    /// The generic view that the protocols define, or `nil` if the functions define the operations.
    public var genericView: GenericView? { kind == .path ? GenericView(inheritance) : nil }

    /// The path, or the webhook's name.
    public var path: String { head.wireName ?? "" }

    /// Returns the wire name of an input.
    public func wireName(of input: InputDeclaration) -> String {
        input.head.wireName ?? keys?.wireName(of: input.head.name) ?? input.head.name
    }
}

extension ViewDeclaration {
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind,
            let attribute = Self.attributes.lazy.compactMap(outline.attribute).first
        else { return nil }
        self.init(DeclarationHead(body.name, outline, &reading))
        inheritance = body.inheritance
        var arguments = Arguments(attribute)
        switch attribute.name {
        case "Webhook": kind = .webhook
        case "Callback": kind = .callback(name: arguments.takeWireName() ?? "")
        default: break
        }
        arguments.takeWireName(into: &head, reading)
        if head.wireName == nil, head.wireNameConstant == nil {
            reading.error(
                "missing-argument", "@\(attribute.name) '\(body.name)' requires \(kind.argument)", at: attribute.mark,
                help: kind.help)
        }
        readArguments(&arguments, &reading)
        inputs = body.inputs(&reading)
        operations = body.members.compactMap { OperationDeclaration($0, &reading) }
        nested = body.nestedTypes(&reading)
        generic = GenericViewSettings(body, &reading)
        body.checkTyped("authentication", as: "Authentication", &reading)
        body.checkStatic(
            genericView == nil ? Self.accessSettings : Self.accessSettings + Self.genericSettings, &reading)
        authentication = body.staticValue("authentication").map { SecurityRequirementDeclaration.list($0, &reading) }
        if kind == .path, head.wireNameConstant == nil { checkPath(&reading) }
        checkDescribed(body, &reading)
        checkCallbacks(&reading)
    }

    private static let accessSettings = ["permissions", "authentication", "throttles"]
    private static let genericSettings = [
        "filters", "pagination", "conditionalRequests", "bulkCreate", "parsers", "renderers", "serializer", "queryset",
    ]

    /// Reports callbacks that no operation lists, which are in no document.
    private func checkCallbacks(_ reading: inout Reading) {
        let named = Set(operations.flatMap(\.callbacks).compactMap { $0.type.path?.last })
        for case .view(let callback) in nested where !named.contains(callback.head.name) {
            reading.error(
                "unlisted-callback", "no operation of '\(head.name)' refers to the callback '\(callback.head.name)'",
                at: callback.head.mark,
                help: "add '.callbacks(\(callback.head.name).self)' to the operation's attribute")
        }
    }

    /// The attributes that make a struct a path item.
    static let attributes = ["View", "Webhook", "Callback"]

    /// Reports a struct that has functions but no operations.
    private func checkDescribed(_ body: TypeBody, _ reading: inout Reading) {
        guard operations.isEmpty, GenericView(inheritance) == nil, head.fragments.isEmpty else { return }
        for member in body.members where !member.modifiers.contains("static") {
            guard case .function(let function) = member.kind, member.attributes.isEmpty else { continue }
            reading.error(
                "undescribed-view", "view '\(head.name)' has functions, but none of them is an operation",
                at: member.mark,
                help: "write '@GET' before 'func \(function.name)'")
            return
        }
    }

    private mutating func readArguments(_ arguments: inout Arguments, _ reading: inout Reading) {
        tags = arguments.takeTexts("tags", &reading).value ?? []
        summary = arguments.takeText("summary", &reading)
        description = arguments.takeStatedText("description", &reading)
        servers = arguments.takeObjects("servers", .server, &reading)
        undeclared = arguments.takeTexts("undeclared", &reading).value ?? []
        keys = arguments.takeSymbol("keys", &reading)
        reference = arguments.takeText("ref", &reading)
        if let schema = arguments.take("schema")?.first {
            isInDocument = schema.value != .null
            if isInDocument { operationIDBase = Self.operationIDBase(schema, &reading) }
        }
        arguments.reportRest(
            known: ["tags", "summary", "description", "servers", "undeclared", "keys", "ref", "schema"], &reading)
    }

    private static func operationIDBase(_ argument: Argument, _ reading: inout Reading) -> String? {
        guard case .call(let callee, let list) = argument.value, callee.lastName == "AutoSchema" else {
            reading.notStatic(argument, expected: "AutoSchema(operationIDBase: …)")
            return nil
        }
        var arguments = Arguments(list, of: "AutoSchema", at: argument.mark)
        let base = arguments.takeText("operationIDBase", &reading)
        arguments.reportRest(known: ["operationIDBase"], &reading)
        return base
    }

    /// Reports `@Path` inputs without a `{name}` in the path, and names without an input.
    private func checkPath(_ reading: inout Reading) {
        let templated = PathTemplate(path).parameterNames
        for input in inputs where input.source == .path && !templated.contains(wireName(of: input)) {
            reportUnknownPathParameter(input, templated, &reading)
        }
        for name in namesToDeclare where !undeclared.contains(name) {
            reading.error(
                "undeclared-path-parameter",
                "path \"\(path)\" has '{\(name)}', but '\(head.name)' declares no @Path for it",
                at: head.mark, help: "declare '@Path var \(name): String' in '\(head.name)'")
        }
        for operation in operations {
            let templated = PathTemplate(path + "/" + (operation.action?.path ?? "")).parameterNames
            // The path of an action on one object also has the object's key, whose name the model determines.
            let hasKey = genericView?.isViewSet == true && operation.action?.isDetail == true
            let unknown = operation.inputs.filter {
                $0.source == .path && !templated.contains(wireName(of: $0))
            }
            for input in unknown.dropFirst(hasKey ? 1 : 0) { reportUnknownPathParameter(input, templated, &reading) }
            for name in undeclaredNames(operation) where !undeclared.contains(name) {
                reading.error(
                    "undeclared-path-parameter",
                    "path \"\(path)\" has '{\(name)}', but '\(operation.head.name)' has no @Path for it",
                    at: operation.head.mark, help: "declare '@Path var \(name): String' in '\(head.name)'")
            }
        }
    }

    /// The names in the path of a generic view without a `@Path`. The last name of a view of one object is excluded
    /// because its model determines its type.
    private var namesToDeclare: [String] {
        guard let genericView, !inputs.contains(where: { $0.source == .component }) else { return [] }
        var names = PathTemplate(path).parameterNames
        if !genericView.isViewSet, genericView.actions.contains(where: \.isDetail), !names.isEmpty {
            names.removeLast()
        }
        let declared = Set(inputs.filter { $0.source == .path }.map { wireName(of: $0) })
        return names.filter { !declared.contains($0) }
    }

    /// Returns the names in the path without a `@Path` in the view or the operation. A component may declare any of
    /// them, and its type isn't known here.
    private func undeclaredNames(_ operation: OperationDeclaration) -> [String] {
        let all = inputs + operation.inputs
        if kind != .path || all.contains(where: { $0.source == .component }) { return [] }
        var declared = Set(all.filter { $0.source == .path }.map { wireName(of: $0) })
        let names = PathTemplate(path + "/" + (operation.action?.path ?? "")).parameterNames
        // The view is responsible for the names in the path of a generic view.
        if genericView != nil { declared.formUnion(PathTemplate(path).parameterNames) }
        return names.filter { !declared.contains($0) }
    }

    /// The names in the path that an operation has no `@Path` for, in the order of the path.
    public var namesWithoutPath: [String] {
        let missing = Set(operations.flatMap(undeclaredNames))
        return PathTemplate(path).parameterNames.filter(missing.contains)
    }

    private func reportUnknownPathParameter(_ input: InputDeclaration, _ known: [String], _ reading: inout Reading) {
        let name = wireName(of: input)
        let nearest = known.nearest(to: name)
        reading.error(
            "unknown-path-parameter", "@Path '\(name)' is not in the path \"\(path)\"", at: input.head.mark,
            help: nearest.map { "did you mean '\($0)'?" } ?? "add '{\(name)}' to the path")
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        var arguments: [Argument] = []
        if case .callback(let name) = kind { arguments += .text(nil, name) }
        arguments += .text(nil, head.wireName)
        arguments += .list("tags", tags.map(Expression.string)) + .text("summary", summary)
        arguments += .stated("description", description) + .list("servers", servers.map(\.expression))
        arguments += .list("undeclared", undeclared.map(Expression.string)) + .symbol("keys", keys?.rawValue)
        arguments += .text("ref", reference)
        if let operationIDBase {
            arguments.append(
                Argument("schema", .call(.reference("AutoSchema"), .text("operationIDBase", operationIDBase))))
        }
        if !isInDocument { arguments.append(Argument("schema", .null)) }
        var members = inputs.map(\.propertyOutline) + generic.members
        if let authentication {
            members.insert(.authentication(authentication), at: 0)
        }
        members += operations.map(\.outline) + nested.map(\.outline)
        return Declaration(
            documentation: head.documentation,
            attributes: [Attribute(kind.attribute, arguments)] + head.fragmentAttributes,
            .structure(TypeBody(head.name, inheritance: inheritance, members: members)))
    }
}

extension ViewDeclaration.Kind {
    fileprivate var attribute: String {
        switch self {
        case .path: "View"
        case .webhook: "Webhook"
        case .callback: "Callback"
        }
    }

    /// The required arguments of the attribute.
    fileprivate var argument: String {
        switch self {
        case .path: "a path"
        case .webhook: "a name"
        case .callback: "a name and the expression of its URL"
        }
    }

    fileprivate var help: String? {
        switch self {
        case .path: "write '@View(\"/path\")'"
        case .webhook: nil
        case .callback: "write '@Callback(\"onEvent\", \"{$request.body#/url}\")'"
        }
    }
}

extension Declaration {
    static func authentication(_ requirements: [SecurityRequirementDeclaration]) -> Declaration {
        .constant(
            "authentication", type: .array(.existential(.named("Authentication"))),
            SecurityRequirementDeclaration.expression(requirements))
    }

    static func constant(_ name: String, type: TypeExpression? = nil, _ value: Expression) -> Declaration {
        Declaration(modifiers: ["static"], .variable(Variable(isConstant: true, name, type: type, initialValue: value)))
    }
}
