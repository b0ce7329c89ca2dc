import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// `@Serializer struct`: an object's schema, with its properties and the branches of its composition.
public struct SerializerDeclaration: Hashable, Sendable {
    /// Name, comment and fragments.
    public var head: DeclarationHead
    /// What stands between `<` and `>`; a generic serializer is a component only with its types filled in.
    public var genericParameters: [String] = []
    /// `of:` and what selects the model's fields.
    public var selection: ModelSelection?
    /// What `@Serializer` states about the schema.
    public var keywords: SchemaKeywords
    /// `.keys`.
    public var keys: KeyStyle?
    /// `.required`: names without a property of their own.
    public var additionalRequired: [String]
    /// `.properties(.beside)`: own properties stand beside `allOf`, not in a branch of it.
    public var propertiesBeside: Bool
    /// `.discriminator`.
    public var discriminator: DiscriminatorDeclaration?
    /// The stored properties, in the order written.
    public var properties: [PropertyDeclaration]
    /// The computed properties with `@Field`: in responses only.
    public var computed: [PropertyDeclaration] = []
    /// The types declared inside.
    public var nested: [TypeDeclaration]
    /// The protocols that the struct says it conforms to, such as `Error`.
    public var inheritance: [TypeExpression]

    /// Makes a serializer.
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

    /// The name of a property on the wire.
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

    /// The outline that states this.
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

/// `.properties`: where own properties stand beside a composition.
private enum OwnPropertiesPlace: String, CaseIterable {
    case branch, beside
}
