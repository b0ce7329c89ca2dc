import ConcordOutline

/// `@Group struct`: wrapped properties that several operations share, inline in each.
public struct InputGroupDeclaration: Hashable, Sendable {
    /// Name and comment.
    public var head: DeclarationHead
    /// Whether it says `@Group`, without which it reads nothing from a request.
    public var hasAttribute: Bool
    /// The wrapped properties.
    public var inputs: [InputDeclaration]
    /// The types declared inside.
    public var nested: [TypeDeclaration]

    /// Reads a group; a struct without wrapped properties is none, unless types of an API are declared inside.
    ///
    /// One that lacks its attribute is read all the same, and reported where an operation uses it.
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind else { return nil }
        let isGroup = body.members.contains { member in
            member.attributes.contains { InputDeclaration.Source.isWrapper($0.name) }
        }
        head = DeclarationHead(body.name, outline, &reading)
        hasAttribute = outline.attribute("Group") != nil
        inputs = isGroup ? body.inputs(&reading) : []
        nested = body.nestedTypes(&reading)
        if inputs.isEmpty, nested.isEmpty { return nil }
    }

    /// The outline that states this.
    public var outline: Declaration {
        Declaration(
            documentation: head.documentation, attributes: hasAttribute ? [Attribute("Group")] : [],
            .structure(TypeBody(head.name, members: inputs.map(\.propertyOutline) + nested.map(\.outline))))
    }
}
