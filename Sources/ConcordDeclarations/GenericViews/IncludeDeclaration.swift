import ConcordDiagnostics
import ConcordOutline

/// A group of views with a prefix: `@Include("/v2") enum V2 { static let views = […] }`.
public struct IncludeDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments. The wire name is the prefix.
    public var head: DeclarationHead
    /// The value of `.tags`, for every view that doesn't set its own.
    public var tags: [String]
    /// The `@Path` properties, which are inputs of all paths.
    public var inputs: [InputDeclaration]
    /// The value of `static let authentication`, for every view that doesn't set its own.
    public var authentication: [SecurityRequirementDeclaration]?
    /// The value of `static let views`, which may include other groups.
    public var views: [APIDeclaration.TypeUse]
    /// The nested types.
    public var nested: [TypeDeclaration]

    /// Creates a group.
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

    /// The prefix of the paths of the group's views, without a trailing slash.
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

    /// The outline of the declaration.
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
