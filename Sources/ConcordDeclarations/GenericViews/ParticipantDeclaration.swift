import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// `@Filter`, `@Pagination`, `@Permission` or `@Throttle struct`: an app's own part in requests, with the inputs that it
/// adds to an operation.
public struct ParticipantDeclaration: Hashable, Sendable {
    /// Which part it has.
    public var kind: Kind
    /// Name, comment and fragments.
    public var head: DeclarationHead
    /// Whether its attribute says it, and not a conformance alone.
    public var hasAttribute = true
    /// The wrapped properties.
    public var inputs: [InputDeclaration]
    /// `.keys`, of inputs without a wire name.
    public var keys: KeyStyle?
    /// The types declared inside; a pagination's `Page` is its envelope.
    public var nested: [TypeDeclaration]
    /// The protocols that the struct says it conforms to.
    public var inheritance: [TypeExpression]
    /// The functions and what else makes it run, as written.
    public var implementation: [Declaration]

    /// Which part a declaration has in a request; the raw value is the attribute's name.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case filter = "Filter"
        case pagination = "Pagination"
        case permission = "Permission"
        case throttle = "Throttle"

        /// The part of a struct that conforms to these protocols.
        init?(conforming inheritance: [TypeExpression]) {
            let names = inheritance.compactMap { type -> String? in
                if case .named(let name, _) = type { name } else { type.path?.last }
            }
            guard let kind = Self.allCases.first(where: { names.contains($0.protocolName) }) else { return nil }
            self = kind
        }

        /// The protocol that such a struct conforms to.
        public var protocolName: String { self == .filter ? "FilterBackend" : rawValue }
    }

    /// Makes a participant.
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

    /// The name of an input on the wire.
    public func wireName(of input: InputDeclaration) -> String {
        input.head.wireName ?? keys?.wireName(of: input.head.name) ?? input.head.name
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind else { return nil }
        let attribute = outline.attributes.first(where: { Kind(rawValue: $0.name) != nil })
        // A conformance says it, too; only inputs need the attribute.
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
            "'\(body.name)' has wrapped properties, which only @\(kind.rawValue) fills in from a request",
            at: input.head.mark, help: "write '@\(kind.rawValue)' before 'struct \(body.name)'")
    }

    /// The outline that states this.
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
    /// Whether it is a property with `@Query` or its kin.
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
