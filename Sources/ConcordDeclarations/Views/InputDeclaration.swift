import ConcordDiagnostics
import ConcordOutline

/// A wrapped property or parameter: an input of a request, or a part of a response.
public struct InputDeclaration: Hashable, Sendable {
    /// The name, comment, and position. The wire name is the wrapper's first argument.
    public var head: DeclarationHead
    /// The source of the value.
    public var source: Source
    /// The argument label of a function's parameter if it differs from the name. The label `_` means that there is no
    /// label.
    public var label: String?
    /// The declared type.
    public var type: TypeExpression
    /// The initial value.
    public var initialValue: Expression?
    /// The value of `.style`, in the spelling of the document.
    public var style: String?
    /// The value of `.explode`.
    public var explode: Bool?
    /// The value of `.allowReserved`.
    public var allowReserved: Bool?
    /// The value of `.allowEmptyValue`.
    public var allowEmptyValue: Bool?
    /// The media types of `.content` (the unlabeled ones for a body), the keywords, `.schema`, and `.openAPI`.
    public var content: ContentDeclaration

    /// The source of a value.
    public enum Source: String, Hashable, Sendable, CaseIterable {
        case path = "Path"
        case query = "Query"
        case header = "Header"
        case cookie = "Cookie"
        case queryString = "QueryString"
        case body = "Body"
        /// The user that the request's credentials authenticate.
        case currentUser = "CurrentUser"
        /// The request itself, without a wrapper.
        case request = "APIRequest"
        /// A component, whose type has the wrapper.
        case component = ""

        /// Returns whether an attribute with this name is a wrapper.
        static func isWrapper(_ name: String) -> Bool {
            Source(rawValue: name).map { $0.hasWrapper } ?? false
        }

        /// Whether the source has a property wrapper.
        public var hasWrapper: Bool { self != .component && self != .request }

        /// Whether the document has a parameter or request body for the input.
        public var isInDocument: Bool { self != .currentUser && self != .request }
    }

    /// Creates an input.
    public init(
        _ head: DeclarationHead,
        _ source: Source,
        type: TypeExpression,
        initialValue: Expression? = nil,
        style: String? = nil,
        explode: Bool? = nil,
        allowReserved: Bool? = nil,
        allowEmptyValue: Bool? = nil,
        content: ContentDeclaration = ContentDeclaration()
    ) {
        self.head = head
        self.source = source
        self.type = type
        self.initialValue = initialValue
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.allowEmptyValue = allowEmptyValue
        self.content = content
    }
}

extension InputDeclaration {
    /// Reads a stored property of a view, component, or group. Returns `nil` if it is computed or static.
    init?(property outline: Declaration, _ reading: inout Reading) {
        guard case .variable(let variable) = outline.kind, variable.accessors == nil,
            !outline.modifiers.contains("static"), !variable.isConstant,
            // A dependency of the app isn't part of the request.
            outline.attribute("Environment") == nil
        else { return nil }
        guard let type = variable.type else {
            reading.error(
                "missing-type", "'\(variable.name)' must have an explicit type", at: outline.mark,
                help: "write 'var \(variable.name): Type'")
            return nil
        }
        self.init(
            DeclarationHead(variable.name, outline, &reading), attributes: outline.attributes, type: type,
            initialValue: variable.initialValue, &reading)
    }

    init(parameter: Function.Parameter, _ reading: inout Reading) {
        let head = DeclarationHead(parameter.name, documentation: parameter.documentation, mark: parameter.mark)
        self.init(
            head, attributes: parameter.attributes, type: parameter.type, initialValue: parameter.defaultValue, &reading
        )
        label = parameter.label
    }

    private init(
        _ head: DeclarationHead, attributes: [Attribute], type: TypeExpression, initialValue: Expression?,
        _ reading: inout Reading
    ) {
        let wrapper = attributes.first { Source.isWrapper($0.name) }
        let unwrapped: Source = type.path?.last == Source.request.rawValue ? .request : .component
        let source = wrapper.flatMap { Source(rawValue: $0.name) } ?? unwrapped
        self.init(head, source, type: type, initialValue: initialValue)
        if let environment = attributes.first(where: { $0.name == "Environment" }) {
            // Treated as the request, so that it isn't also reported as an input without a source.
            self.source = .request
            reading.error(
                "environment-parameter",
                "'\(head.name)' is a parameter, but @Environment applies only to stored properties",
                at: environment.mark,
                help: "declare '@Environment(…) var \(head.name)' in the type that contains the function"
            )
        }
        guard let wrapper else { return }
        if source == .currentUser {
            Arguments(wrapper).reportRest(known: [], &reading)
            return
        }
        reading.reportsUnwritable(type, at: head.mark)
        var arguments = Arguments(wrapper)
        if source != .body { self.head.wireName = arguments.takeWireName() }
        style = arguments.takeSymbolOrText("style", &reading)
        explode = arguments.takeFlag("explode", &reading)
        allowReserved = arguments.takeFlag("allowReserved", &reading)
        allowEmptyValue = arguments.takeFlag("allowEmptyValue", &reading)
        let mediaTypes =
            source == .body ? arguments.takeMediaTypes(&reading) : reading.mediaTypes(arguments.take("content") ?? [])
        content = ContentDeclaration(mediaTypes, &arguments, &reading)
        if source == .body { content.takeEncoding(&arguments, &reading) }
        arguments.reportRest(known: Self.ownLabels + Keyword.allCases.map(\.rawValue), &reading)
        // The path always contains its parameters.
        if source != .path, content.keywords.flag(.required) == false, !type.isOptional, initialValue == nil {
            reading.error(
                "value-for-absence", "'\(head.name)' is not required, but its type has no value for its absence",
                at: wrapper.mark, help: "make the type optional, or remove '.required(false)'")
        }
    }

    private static let ownLabels = [
        "style", "explode", "allowReserved", "allowEmptyValue", "content", "encoding", "schema", "openAPI",
    ]

    /// The wrapper with its arguments, or `nil` for a component.
    var attribute: Attribute? {
        guard source.hasWrapper else { return nil }
        if source == .currentUser { return Attribute(source.rawValue) }
        var arguments: [Argument] = .text(nil, head.wireName)
        if source == .body { arguments += .list(nil, content.mediaTypeExpressions) + content.encodingArguments }
        arguments += .symbol("style", style) + .flag("explode", explode) + .flag("allowReserved", allowReserved)
        arguments += .flag("allowEmptyValue", allowEmptyValue)
        if source != .body { arguments += .list("content", content.mediaTypeExpressions) }
        arguments += content.trailingArguments
        return Attribute(source.rawValue, arguments.isEmpty ? nil : arguments)
    }

    /// The property that states the input.
    var propertyOutline: Declaration {
        Declaration(
            documentation: head.documentation,
            attributes: (attribute.map { [$0] } ?? []) + head.fragmentAttributes,
            .variable(Variable(head.name, type: type, initialValue: initialValue)))
    }

    /// The function parameter that states the input.
    var parameterOutline: Function.Parameter {
        Function.Parameter(
            documentation: head.documentation, attributes: attribute.map { [$0] } ?? [], label: label, head.name,
            type: type, defaultValue: initialValue)
    }
}

extension TypeExpression {
    /// Whether the type is `APIRequest.Body`, a body that an operation reads as a stream.
    public var isStreamedBody: Bool { path?.suffix(2) == ["APIRequest", "Body"] }

    /// Whether it is `FileResponse`: a response with the contents of a file.
    public var isFileResponse: Bool { self == .named("FileResponse") }
}

extension TypeBody {
    /// Returns the wrapped properties and the properties whose type is a component.
    func inputs(_ reading: inout Reading) -> [InputDeclaration] {
        members.compactMap { InputDeclaration(property: $0, &reading) }
    }
}
