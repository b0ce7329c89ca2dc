import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// An app's own filter, pagination, permission, or throttle, with the inputs that it adds to an operation.
public struct ParticipantDeclaration: Hashable, Sendable {
    /// The kind of participant.
    public var kind: Kind
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// Whether the struct has the attribute, and not only a conformance.
    public var hasAttribute = true
    /// The wrapped properties.
    public var inputs: [InputDeclaration]
    /// The value of `.keys`, for inputs without a wire name.
    public var keys: KeyStyle?
    /// The nested types. The envelope of a pagination is its type `Page`.
    public var nested: [TypeDeclaration]
    /// The protocols in the inheritance clause.
    public var inheritance: [TypeExpression]
    /// The functions and the other members, as written.
    public var implementation: [Declaration]

    /// The kind of a participant. The raw value is the attribute's name.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case filter = "Filter"
        case pagination = "Pagination"
        case permission = "Permission"
        case throttle = "Throttle"

        /// Creates the kind of a struct that conforms to these protocols.
        init?(conforming inheritance: [TypeExpression]) {
            let names = inheritance.compactMap { type -> String? in
                if case .named(let name, _) = type { name } else { type.path?.last }
            }
            guard let kind = Self.allCases.first(where: { names.contains($0.protocolName) }) else { return nil }
            self = kind
        }

        /// The protocol that the struct conforms to.
        public var protocolName: String { self == .filter ? "FilterBackend" : rawValue }
    }

    /// Creates a participant.
    public init(
        _ kind: Kind,
        _ head: DeclarationHead,
        inputs: [InputDeclaration] = [],
        nested: [TypeDeclaration] = [],
        inheritance: [TypeExpression] = [],
        implementation: [Declaration] = []
    ) {
        self.kind = kind
        self.head = head
        self.inputs = inputs
        self.nested = nested
        self.inheritance = inheritance
        self.implementation = implementation
    }

    /// Returns the wire name of an input.
    public func wireName(of input: InputDeclaration) -> String {
        input.head.wireName ?? keys?.wireName(of: input.head.name) ?? input.head.name
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind else { return nil }
        let attribute = outline.attributes.first(where: { Kind(rawValue: $0.name) != nil })
        // A conformance is sufficient. Only inputs require the attribute.
        guard let kind = attribute.flatMap({ Kind(rawValue: $0.name) }) ?? Kind(conforming: body.inheritance) else {
            return nil
        }
        self.init(
            kind, DeclarationHead(body.name, outline, &reading),
            inputs: body.members.filter(\.isWrapped).compactMap { InputDeclaration(property: $0, &reading) },
            nested: body.nestedTypes(&reading), inheritance: body.inheritance,
            implementation: body.members.filter(\.isImplementation))
        hasAttribute = attribute != nil
        guard let attribute else {
            if let input = inputs.first { reportInputs(kind, input, of: body, &reading) }
            return
        }
        var arguments = Arguments(attribute)
        keys = arguments.takeSymbol("keys", &reading)
        arguments.reportRest(known: ["keys"], &reading)
    }

    private func reportInputs(
        _ kind: Kind, _ input: InputDeclaration, of body: TypeBody, _ reading: inout Reading
    ) {
        reading.error(
            "missing-attribute",
            "'\(body.name)' has wrapped properties, which require @\(kind.rawValue)",
            at: input.head.mark, help: "write '@\(kind.rawValue)' before 'struct \(body.name)'")
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        let outline = attributedOutline
        if hasAttribute { return outline }
        var plain = outline
        plain.attributes.removeAll { $0.name == kind.rawValue }
        return plain
    }

    private var attributedOutline: Declaration {
        .component(
            kind.rawValue, head, arguments: .symbol("keys", keys?.rawValue),
            .structure(
                TypeBody(
                    head.name, inheritance: inheritance,
                    members: inputs.map(\.propertyOutline) + implementation + nested.map(\.outline))))
    }
}

extension Declaration {
    /// Whether the declaration is a property with a wrapper such as `@Query`.
    fileprivate var isWrapped: Bool {
        attributes.contains { InputDeclaration.Source.isWrapper($0.name) }
    }

    fileprivate var isImplementation: Bool {
        switch kind {
        case .function, .other: true
        case .variable: !isWrapped
        default: false
        }
    }
}
