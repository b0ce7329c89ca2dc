import ConcordDiagnostics
import ConcordOutline

/// A `@Serializer enum` with associated values: `oneOf`, `anyOf`, or an array of types.
public struct UnionDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The form of the union in the document.
    public var form: Form
    /// The keywords that `@Serializer` states.
    public var keywords: SchemaKeywords
    /// The value of `.discriminator`.
    public var discriminator: DiscriminatorDeclaration?
    /// The branches, in source order.
    public var cases: [Case]
    /// The nested types.
    public var nested: [TypeDeclaration]
    /// Whether the enum is `indirect`, because a value may contain another value of the enum.
    public var isIndirect = false

    /// The value of `.union`.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        case oneOf, anyOf, type
    }

    /// A branch of the union.
    public struct Case: Hashable, Sendable {
        /// The name, comment, and fragments. The wire name is the discriminator's value.
        public var head: DeclarationHead
        /// The type of the associated value, or `nil` for `case null`.
        public var payload: TypeExpression?
        /// The keywords that `@Field` states about the branch.
        public var keywords: SchemaKeywords

        /// Creates a branch.
        public init(_ head: DeclarationHead, payload: TypeExpression?, keywords: SchemaKeywords = SchemaKeywords()) {
            self.head = head
            self.payload = payload
            self.keywords = keywords
        }
    }

    /// Creates a union.
    public init(
        _ head: DeclarationHead,
        form: Form = .oneOf,
        keywords: SchemaKeywords = SchemaKeywords(),
        discriminator: DiscriminatorDeclaration? = nil,
        cases: [Case] = [],
        nested: [TypeDeclaration] = []
    ) {
        self.head = head
        self.form = form
        self.keywords = keywords
        self.discriminator = discriminator
        self.cases = cases
        self.nested = nested
    }
}

extension UnionDeclaration {
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .enumeration(let body) = outline.kind, let attribute = outline.attribute("Serializer") else {
            return nil
        }
        self.init(DeclarationHead(body.name, outline, &reading))
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName()
        form = arguments.takeSymbol("union", &reading) ?? .oneOf
        discriminator = DiscriminatorDeclaration(&arguments, &reading)
        keywords = SchemaKeywords(&arguments, &reading)
        arguments.reportRest(known: Keyword.allCases.map(\.rawValue) + ["union", "discriminator", "mapping"], &reading)
        cases = body.members.flatMap { Case.read($0, &reading) }
        nested = body.nestedTypes(&reading)
        isIndirect = outline.modifiers.contains("indirect")
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        var arguments: [Argument] = .text(nil, head.wireName)
        // Without associated values, only the trait distinguishes a union from an enum of values.
        if form != .oneOf || cases.allSatisfy({ $0.payload == nil }) { arguments += .symbol("union", form.rawValue) }
        arguments += discriminator?.arguments ?? []
        arguments += keywords.arguments
        return Declaration(
            documentation: head.documentation,
            attributes: [Attribute("Serializer", arguments.isEmpty ? nil : arguments)] + head.fragmentAttributes,
            modifiers: isIndirect ? ["indirect"] : [],
            .enumeration(TypeBody(head.name, members: cases.map(\.outline) + nested.map(\.outline))))
    }
}

extension UnionDeclaration.Case {
    static func read(_ outline: Declaration, _ reading: inout Reading) -> [UnionDeclaration.Case] {
        guard case .enumCase(let elements) = outline.kind else { return [] }
        return elements.map { element in
            var head = DeclarationHead(element.name, outline, &reading)
            head.mark = element.mark
            guard let attribute = outline.attribute("Field") else {
                return Self(head, payload: element.payload.first?.type)
            }
            var arguments = Arguments(attribute)
            head.wireName = arguments.takeWireName()
            let keywords = SchemaKeywords(&arguments, &reading)
            arguments.reportRest(known: Keyword.allCases.map(\.rawValue), &reading)
            return Self(head, payload: element.payload.first?.type, keywords: keywords)
        }
    }

    var outline: Declaration {
        let arguments = .text(nil, head.wireName) + keywords.arguments
        return Declaration(
            documentation: head.documentation,
            attributes: (arguments.isEmpty ? [] : [Attribute("Field", arguments)]) + head.fragmentAttributes,
            .enumCase([CaseElement(head.name, payload: payload.map { [.init($0)] } ?? [])]))
    }
}
