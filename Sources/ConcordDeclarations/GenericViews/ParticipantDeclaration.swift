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
    /// The wrapped properties.
    public var inputs: [InputDeclaration]
    /// `keys:`, of inputs without a wire name.
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
        guard case .structure(let body) = outline.kind,
            let attribute = outline.attributes.first(where: { Kind(rawValue: $0.name) != nil }),
            let kind = Kind(rawValue: attribute.name)
        else { return nil }
        self.init(
            kind, DeclarationHead(body.name, outline, &reading),
            inputs: body.members.filter(\.isWrapped).compactMap { InputDeclaration(property: $0, &reading) },
            nested: body.nestedTypes(&reading), inheritance: body.inheritance,
            implementation: body.members.filter(\.isImplementation))
        var arguments = Arguments(attribute)
        keys = arguments.takeSymbol("keys", &reading)
        arguments.reportRest(known: ["keys"], &reading)
    }

    /// The outline that states this.
    public var outline: Declaration {
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
