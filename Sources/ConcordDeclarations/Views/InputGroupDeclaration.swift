import ConcordOutline

/// A struct of wrapped properties without an attribute: parameters that several operations share, inline in each.
public struct InputGroupDeclaration: Hashable, Sendable {
    /// Name and comment.
    public var head: DeclarationHead
    /// The wrapped properties.
    public var inputs: [InputDeclaration]
    /// The types declared inside.
    public var nested: [TypeDeclaration]

    /// Reads a group; a struct without wrapped properties is none, unless types of an API are declared inside.
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind else { return nil }
        let isGroup = body.members.contains { member in
            member.attributes.contains { InputDeclaration.Source(rawValue: $0.name) != nil }
        }
        head = DeclarationHead(body.name, outline, &reading)
        inputs = isGroup ? body.inputs(&reading) : []
        nested = body.nestedTypes(&reading)
        if inputs.isEmpty, nested.isEmpty { return nil }
    }

    /// The outline that states this.
    public var outline: Declaration {
        Declaration(
            documentation: head.documentation,
            .structure(TypeBody(head.name, members: inputs.map(\.propertyOutline) + nested.map(\.outline))))
    }
}
