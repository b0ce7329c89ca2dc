import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// A `@Serializer struct`: the schema of an object, with its properties and the branches of its composition.
public struct SerializerDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The generic parameters between `<` and `>`. A generic serializer is a component only with type arguments.
    public var genericParameters: [String] = []
    /// The value of `of:` and of the arguments that select the model's fields.
    public var selection: ModelSelection?
    /// The keywords that `@Serializer` states.
    public var keywords: SchemaKeywords
    /// The value of `.keys`.
    public var keys: KeyStyle?
    /// The value of `.required`: names without a property of their own.
    public var additionalRequired: [String]
    /// Whether the struct's own properties are siblings of `allOf` instead of a branch: `.properties(.beside)`.
    public var propertiesBeside: Bool
    /// The value of `.discriminator`.
    public var discriminator: DiscriminatorDeclaration?
    /// The stored properties, in source order.
    public var properties: [PropertyDeclaration]
    /// The computed properties with `@Field`, which only responses contain.
    public var computed: [PropertyDeclaration] = []
    /// The nested types.
    public var nested: [TypeDeclaration]
    /// The protocols in the inheritance clause, such as `Error`.
    public var inheritance: [TypeExpression]

    /// Creates a serializer.
    public init(
        _ head: DeclarationHead,
        keywords: SchemaKeywords = SchemaKeywords(),
        keys: KeyStyle? = nil,
        additionalRequired: [String] = [],
        propertiesBeside: Bool = false,
        discriminator: DiscriminatorDeclaration? = nil,
        properties: [PropertyDeclaration] = [],
        nested: [TypeDeclaration] = [],
        inheritance: [TypeExpression] = []
    ) {
        self.head = head
        self.keywords = keywords
        self.keys = keys
        self.additionalRequired = additionalRequired
        self.propertiesBeside = propertiesBeside
        self.discriminator = discriminator
        self.properties = properties
        self.nested = nested
        self.inheritance = inheritance
    }

    /// Returns the wire name of a property.
    public func wireName(of property: PropertyDeclaration) -> String {
        property.head.wireName ?? keys?.wireName(of: property.head.name) ?? property.head.name
    }
}

extension SerializerDeclaration {
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind, let attribute = outline.attribute("Serializer") else {
            return nil
        }
        self.init(DeclarationHead(body.name, outline, &reading), inheritance: body.inheritance)
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName()
        genericParameters = body.genericParameters
        selection = ModelSelection(&arguments, &reading)
        keys = arguments.takeSymbol("keys", &reading)
        propertiesBeside = arguments.takeSymbol("properties", &reading) == OwnPropertiesPlace.beside
        discriminator = DiscriminatorDeclaration(&arguments, &reading)
        additionalRequired = arguments.takeTexts("required", &reading).value ?? []
        keywords = SchemaKeywords(&arguments, except: [.required], &reading)
        arguments.reportRest(
            known: Keyword.allCases.map(\.rawValue) + ModelSelection.labels
                + ["keys", "properties", "discriminator", "mapping"], &reading)
        let all = body.members.compactMap { PropertyDeclaration($0, &reading) }
        properties = all.filter { $0.accessors == nil }
        computed = all.filter { $0.accessors != nil }
        nested = body.nestedTypes(&reading)
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        var arguments: [Argument] = .text(nil, head.wireName) + (selection?.arguments ?? [])
        arguments += .symbol("keys", keys?.rawValue)
        if propertiesBeside { arguments += .symbol("properties", "beside") }
        arguments += discriminator?.arguments ?? []
        arguments += .list("required", additionalRequired.map(Expression.string))
        arguments += keywords.arguments
        var members: [Declaration] = []
        members.reserveCapacity(properties.count + computed.count + nested.count)
        for property in properties { members.append(property.outline) }
        for property in computed { members.append(property.outline) }
        for type in nested { members.append(type.outline) }
        return Declaration(
            documentation: head.documentation,
            attributes: [Attribute("Serializer", arguments.isEmpty ? nil : arguments)] + head.fragmentAttributes,
            .structure(
                TypeBody(
                    head.name, genericParameters: genericParameters, inheritance: inheritance, members: members)))
    }
}

/// The argument of `.properties`: the place of the struct's own properties in a composition.
private enum OwnPropertiesPlace: String, CaseIterable {
    case branch, beside
}
