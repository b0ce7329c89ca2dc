import ConcordOutline

/// A `@Group struct`: wrapped properties that several operations share. Each operation states them inline.
public struct InputGroupDeclaration: Hashable, Sendable {
    /// The name and comment.
    public var head: DeclarationHead
    /// Whether the struct has `@Group`. Without it, it reads nothing from a request.
    public var hasAttribute: Bool
    /// The wrapped properties.
    public var inputs: [InputDeclaration]
    /// The nested types.
    public var nested: [TypeDeclaration]

    /// Reads a group. Returns `nil` for a struct without wrapped properties, unless it has nested API types.
    ///
    /// A group without its attribute is read as well, and reported where an operation uses it.
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

    /// The outline of the declaration.
    public var outline: Declaration {
        Declaration(
            documentation: head.documentation, attributes: hasAttribute ? [Attribute("Group")] : [],
            .structure(TypeBody(head.name, members: inputs.map(\.propertyOutline) + nested.map(\.outline))))
    }
}
