import ConcordDiagnostics
import ConcordOutline

/// `@Include("/v2") enum V2 { static let views = […] }`: views under a prefix.
public struct IncludeDeclaration: Hashable, Sendable {
    /// Name, comment and fragments; the wire name is the prefix.
    public var head: DeclarationHead
    /// `.tags`, of every view that states none.
    public var tags: [String]
    /// `@Path var`: inputs of all the paths.
    public var inputs: [InputDeclaration]
    /// `static let authentication`, of every view that states none.
    public var authentication: [SecurityRequirementDeclaration]?
    /// `static let views`, other groups among them.
    public var views: [APIDeclaration.TypeUse]
    /// The types declared inside.
    public var nested: [TypeDeclaration]

    /// Makes a group.
    public init(
        _ head: DeclarationHead, tags: [String] = [], inputs: [InputDeclaration] = [],
        views: [APIDeclaration.TypeUse] = [], nested: [TypeDeclaration] = []
    ) {
        self.head = head
        self.tags = tags
        self.inputs = inputs
        self.views = views
        self.nested = nested
    }

    /// What stands before the paths of the group's views, without a slash at its end.
    public var prefix: String {
        let text = head.wireName ?? ""
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        let body: TypeBody
        switch outline.kind {
        case .enumeration(let found), .structure(let found): body = found
        default: return nil
        }
        guard let attribute = outline.attribute("Include") else { return nil }
        self.init(DeclarationHead(body.name, outline, &reading))
        var arguments = Arguments(attribute)
        arguments.takeWireName(into: &head, reading)
        tags = arguments.takeTexts("tags", &reading).value ?? []
        arguments.reportRest(known: ["tags"], &reading)
        inputs = body.inputs(&reading)
        body.checkTyped("authentication", as: "Authentication", &reading)
        body.checkStatic(["authentication", "views"], &reading)
        authentication = body.staticValue("authentication").map { SecurityRequirementDeclaration.list($0, &reading) }
        views = body.staticValue("views").map { reading.typeUses($0) } ?? []
        nested = body.nestedTypes(&reading)
    }

    /// The outline that states this.
    public var outline: Declaration {
        var members = inputs.map(\.propertyOutline)
        if let authentication { members.append(.authentication(authentication)) }
        members.append(.types("views", of: .existential(.metatype(.named("View"))), views))
        members += nested.map(\.outline)
        let body = TypeBody(head.name, members: members)
        return .component(
            "Include", head, arguments: .list("tags", tags.map(Expression.string)),
            inputs.isEmpty ? .enumeration(body) : .structure(body))
    }
}
