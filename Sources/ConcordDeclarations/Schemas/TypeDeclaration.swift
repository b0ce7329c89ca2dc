import ConcordDiagnostics
import ConcordOutline

/// A declared type that is part of an API.
public indirect enum TypeDeclaration: Hashable, Sendable {
    /// A struct with properties: an object.
    case serializer(SerializerDeclaration)
    /// An enum with associated values: `oneOf`, `anyOf`, or an array of types.
    case union(UnionDeclaration)
    /// An enum with raw values.
    case enumeration(EnumDeclaration)
    /// A struct around a `rawValue`: a scalar, an array, or a dictionary with constraints.
    case wrapper(WrapperDeclaration)
    /// A type alias.
    case alias(AliasDeclaration)
    case parameter(ParameterDeclaration)
    case requestBody(RequestBodyDeclaration)
    case response(ResponseDeclaration)
    case responses(ResponsesDeclaration)
    case responseHeader(ResponseHeaderDeclaration)
    case securityScheme(SecuritySchemeDeclaration)
    /// An example or a link at file level.
    case constant(ConstantDeclaration)
    /// A struct of wrapped properties.
    case group(InputGroupDeclaration)
    case model(ModelDeclaration)
    /// An app's own filter, pagination, permission, or throttle.
    case participant(ParticipantDeclaration)
    case view(ViewDeclaration)
    /// A group of views with a prefix.
    case include(IncludeDeclaration)
    case api(APIDeclaration)
}

extension TypeDeclaration {
    /// The attributes that state the role of a type.
    public static let attributes: Set<String> = Set(
        ViewDeclaration.attributes + ParticipantDeclaration.Kind.allCases.map(\.rawValue) + ModelDeclaration.attributes
            + [
                "API", "Include", "Serializer", "Schema", "Parameter", "RequestBody", "Response", "Responses",
                "ResponseHeader", "SecurityScheme", "Group",
            ])

    /// Reads the declaration that an outline states. Returns `nil` if it isn't part of an API.
    public init?(_ outline: Declaration, _ reading: inout Reading) {
        if outline.attribute("API") != nil {
            self = .api(APIDeclaration(outline, &reading))
        } else if ViewDeclaration.attributes.contains(where: { outline.attribute($0) != nil }) {
            guard let view = ViewDeclaration(outline, &reading) else { return nil }
            self = .view(view)
        } else if outline.attribute("Include") != nil {
            guard let include = IncludeDeclaration(outline, &reading) else { return nil }
            self = .include(include)
        } else if let component = Self.component(outline, &reading) ?? Self.schema(outline, &reading) {
            self = component
        } else {
            return nil
        }
    }

    private static func schema(_ outline: Declaration, _ reading: inout Reading) -> TypeDeclaration? {
        switch outline.kind {
        case .alias: return AliasDeclaration(outline, &reading).map(alias)
        case .enumeration(let body):
            guard body.hasPayloads || outline.isUnionOfNulls else {
                return EnumDeclaration(outline, &reading).map(enumeration)
            }
            return outline.attribute("Serializer") == nil ? nil : UnionDeclaration(outline, &reading).map(union)
        case .structure(let body) where outline.attribute("Serializer") != nil:
            if body.wrapsRawValue { return WrapperDeclaration(outline, &reading).map(wrapper) }
            return SerializerDeclaration(outline, &reading).map(serializer)
        case .variable: return ConstantDeclaration(outline, &reading).map(constant)
        case .structure: return InputGroupDeclaration(outline, &reading).map(group)
        default: return nil
        }
    }

    private static func component(_ outline: Declaration, _ reading: inout Reading) -> TypeDeclaration? {
        if let declaration = ParticipantDeclaration(outline, &reading) { return .participant(declaration) }
        if outline.attributes.isEmpty { return nil }
        if ModelDeclaration.attributes.contains(where: { outline.attribute($0) != nil }) {
            return ModelDeclaration(outline, &reading).map(model)
        }
        if outline.attribute("Parameter") != nil { return ParameterDeclaration(outline, &reading).map(parameter) }
        if outline.attribute("RequestBody") != nil { return RequestBodyDeclaration(outline, &reading).map(requestBody) }
        if outline.attribute("Responses") != nil { return ResponsesDeclaration(outline, &reading).map(responses) }
        if outline.attribute("Response") != nil { return ResponseDeclaration(outline, &reading).map(response) }
        if outline.attribute("ResponseHeader") != nil {
            return ResponseHeaderDeclaration(outline, &reading).map(responseHeader)
        }
        if outline.attribute("SecurityScheme") != nil {
            return SecuritySchemeDeclaration(outline, &reading).map(securityScheme)
        }
        return nil
    }

    /// The outline of the declaration, with traits in its attributes.
    public var outline: Declaration { labelledOutline.inTraitForm }

    private var labelledOutline: Declaration {
        switch self {
        case .serializer(let declaration): declaration.outline
        case .union(let declaration): declaration.outline
        case .enumeration(let declaration): declaration.outline
        case .wrapper(let declaration): declaration.outline
        case .alias(let declaration): declaration.outline
        case .parameter(let declaration): declaration.outline
        case .requestBody(let declaration): declaration.outline
        case .response(let declaration): declaration.outline
        case .responses(let declaration): declaration.outline
        case .responseHeader(let declaration): declaration.outline
        case .securityScheme(let declaration): declaration.outline
        case .constant(let declaration): declaration.outline
        case .group(let declaration): declaration.outline
        case .model(let declaration): declaration.outline
        case .participant(let declaration): declaration.outline
        case .view(let declaration): declaration.outline
        case .include(let declaration): declaration.outline
        case .api(let declaration): declaration.outline
        }
    }

    /// The name, comment, fragments, and position.
    public var head: DeclarationHead {
        switch self {
        case .serializer(let declaration): declaration.head
        case .union(let declaration): declaration.head
        case .enumeration(let declaration): declaration.head
        case .wrapper(let declaration): declaration.head
        case .alias(let declaration): declaration.head
        case .parameter(let declaration): declaration.head
        case .requestBody(let declaration): declaration.head
        case .response(let declaration): declaration.head
        case .responses(let declaration): declaration.head
        case .responseHeader(let declaration): declaration.head
        case .securityScheme(let declaration): declaration.head
        case .constant(let declaration): declaration.head
        case .group(let declaration): declaration.head
        case .model(let declaration): declaration.head
        case .participant(let declaration): declaration.head
        case .view(let declaration): declaration.head
        case .include(let declaration): declaration.head
        case .api(let declaration): declaration.head
        }
    }

    /// The nested types.
    public var nested: [TypeDeclaration] {
        switch self {
        case .serializer(let declaration): declaration.nested
        case .union(let declaration): declaration.nested
        case .wrapper(let declaration): declaration.nested
        case .parameter(let declaration): declaration.nested
        case .requestBody(let declaration): declaration.nested
        case .response(let declaration): declaration.nested
        case .responses(let declaration): declaration.nested
        case .responseHeader(let declaration): declaration.nested
        case .group(let declaration): declaration.nested
        case .model(let declaration): declaration.nested
        case .participant(let declaration): declaration.nested
        case .view(let declaration): declaration.nested
        case .include(let declaration): declaration.nested
        case .enumeration, .alias, .securityScheme, .constant, .api: []
        }
    }
}

extension Declaration {
    /// Whether the declaration is an enum without values, whose attribute states that its cases are branches:
    /// `@Serializer(.union(.oneOf)) enum Nothing { case null }`.
    fileprivate var isUnionOfNulls: Bool {
        guard case .enumeration(let body) = kind, body.inheritance.isEmpty else { return false }
        return attribute("Serializer")?.arguments?.contains { $0.value.traitName == "union" } ?? false
    }
}

extension TypeBody {
    /// Returns the nested types that are part of an API.
    func nestedTypes(_ reading: inout Reading) -> [TypeDeclaration] {
        members.compactMap { member in
            switch member.kind {
            case .structure, .enumeration, .alias: TypeDeclaration(member, &reading)
            default: nil
            }
        }
    }

    var hasPayloads: Bool {
        members.contains { member in
            guard case .enumCase(let elements) = member.kind else { return false }
            return elements.contains { !$0.payload.isEmpty }
        }
    }

    /// Whether the only stored property is `rawValue`.
    var wrapsRawValue: Bool {
        let stored = members.filter { member in
            guard case .variable(let variable) = member.kind else { return false }
            return variable.accessors == nil && !member.modifiers.contains("static")
        }
        guard stored.count == 1, case .variable(let variable)? = stored.first?.kind else { return false }
        return variable.name == "rawValue"
    }
}
