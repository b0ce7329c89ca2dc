import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the Request Body Object of a `@Body` property or parameter.
    mutating func requestBody(_ input: InputDeclaration, in scope: [String]) -> Node {
        var builder = ObjectBuilder()
        builder.text("description", input.head.documentation)
        if let description = input.content.keywords[.description] { builder["description"] = description.literalNode }
        if let found = declared(input.type.unwrapped, in: scope), case .requestBody(let body) = found.declaration {
            addContent(of: body, to: &builder, scope: found.path)
        } else {
            builder["content"] = .mapping(
                Mapping(content(input.type.unwrapped, input.content, in: scope, at: input.head.mark)))
        }
        addBodyRequired(input.content.keywords, isRequired: !input.type.isOptional, to: &builder)
        return merged(builder.ordered(.requestBody), input.content.fragment.map { [$0] } ?? [])
    }

    /// Returns the Request Body Object of a `@RequestBody` type.
    mutating func requestBody(_ declaration: RequestBodyDeclaration, scope: [String]) -> Node {
        var builder = ObjectBuilder()
        addContent(of: declaration, to: &builder, scope: scope)
        builder.text("description", declaration.head.documentation)
        switch declaration.form {
        case .single(let input):
            if let description = input.content.keywords[.description] {
                builder["description"] = description.literalNode
            }
            addBodyRequired(input.content.keywords, isRequired: !input.type.isOptional, to: &builder)
        case .cases:
            switch declaration.required {
            case .unstated: builder.flag("required", true)
            case .silent: break
            case .stated(let flag): builder.flag("required", flag)
            }
        }
        return merged(builder.ordered(.requestBody), declaration.head.fragments)
    }

    private mutating func addContent(
        of declaration: RequestBodyDeclaration, to builder: inout ObjectBuilder, scope: [String]
    ) {
        switch declaration.form {
        case .single(let input):
            builder["content"] = .mapping(
                Mapping(content(input.type.unwrapped, input.content, in: scope, at: input.head.mark)))
        case .cases(let cases):
            let entries = cases.flatMap { content($0.type, $0.content, in: scope, at: $0.head.mark) }
            builder["content"] = .mapping(Mapping(entries))
        }
    }

    private func addBodyRequired(_ keywords: SchemaKeywords, isRequired: Bool, to builder: inout ObjectBuilder) {
        switch keywords[.required] {
        case .silent: break
        case .literal(.boolean(let flag)): builder.flag("required", flag)
        default: if isRequired || settings.required == .always { builder.flag("required", isRequired) }
        }
    }

    func declared(_ type: TypeExpression, in scope: [String]) -> Symbols.Found? {
        type.path.flatMap { symbols.find($0, in: scope) }
    }
}

extension Scaffolder {
    /// Returns the `@Body` parameter for a Request Body Object, or the use of a component, or `nil` if the object is
    /// invalid.
    mutating func body(_ node: Node, _ names: inout NameTable, hint: String, _ nest: inout Nest) -> InputDeclaration? {
        guard let mapping = node.mapping else { return nil }
        if mapping["$ref"] != nil { return componentInput(mapping, .requestBodies, &names) }
        var rest = Unconsumed(mapping)
        guard let content = rest.take("content")?.mapping, !content.isEmpty else { return nil }
        let groups = Self.groups(content)
        var input: InputDeclaration
        var left = Mapping()
        if groups.count == 1 {
            let (type, declaration, remains) = self.content(groups[0], NameHint(hint + " body"), &nest, isRequest: true)
            let wanted = bodyName(type)
            // `buyTickets(body:)` reads better than `buyTickets(buyTickets:)`.
            let name = names.property(wanted == hint ? "body" : wanted, for: .unnamed("body"))
            input = InputDeclaration(DeclarationHead(name), .body, type: type, content: declaration)
            left = Self.perMediaType(groups[0], remains)
        } else {
            let typeName = nest.name(NameHint(hint + " body"), &self)
            guard let (declaration, remains) = bodyEnum(DeclarationHead(typeName), groups, scope: nest.scope) else {
                return nil
            }
            nest.types.append(.requestBody(declaration))
            input = InputDeclaration(
                DeclarationHead(names.property("body", for: .unnamed("body"))), .body, type: .named(typeName))
            left = remains
        }
        takeBodyDescription(&rest, into: &input)
        takeBodyRequired(&rest, into: &input)
        if !left.isEmpty { rest.restore("content", .mapping(left)) }
        input.content.fragment = rest.fragment
        return input
    }

    /// Returns the name of a body, which is the component's name if its schema is a component or an array of one.
    private func bodyName(_ type: TypeExpression) -> String {
        switch type {
        case .named(let name, arguments: []) where componentNames.isSchema(name): SwiftName.lowerFirst(name)
        case .array(.named(let name, arguments: [])) where componentNames.isSchema(name):
            SwiftName.plural(SwiftName.lowerFirst(name))
        default: "body"
        }
    }

    /// Returns the declaration of a `@RequestBody` component, or `nil` if the object is invalid.
    mutating func bodyComponent(_ head: DeclarationHead, _ node: Node) -> RequestBodyDeclaration? {
        guard let mapping = node.mapping, mapping["$ref"] == nil else { return nil }
        var rest = Unconsumed(mapping)
        guard let content = rest.take("content")?.mapping, !content.isEmpty else { return nil }
        let groups = Self.groups(content)
        var declaration: RequestBodyDeclaration
        var left: Mapping
        if groups.count == 1 {
            var nest = Nest(scope: [head.name])
            let (type, statement, remains) = self.content(groups[0], NameHint("value"), &nest, isRequest: true)
            var input = InputDeclaration(DeclarationHead("value"), .body, type: type, content: statement)
            takeBodyRequired(&rest, into: &input)
            declaration = RequestBodyDeclaration(head, form: .single(input), nested: nest.types)
            left = Self.perMediaType(groups[0], remains)
        } else {
            guard let (made, remains) = bodyEnum(head, groups, scope: []) else { return nil }
            declaration = made
            left = remains
            let required = rest.takeFlag("required")
            if required != true { declaration.required = required.map(Stated.stated) ?? .silent }
        }
        if let text = rest.node("description")?.string, CommentText.canHold(text) {
            declaration.head.documentation = rest.takeText("description")
        }
        if !left.isEmpty { rest.restore("content", .mapping(left)) }
        declaration.head.fragments = rest.fragments
        return declaration
    }

    private mutating func bodyEnum(
        _ head: DeclarationHead, _ groups: [ContentGroup], scope: [String]
    ) -> (RequestBodyDeclaration, left: Mapping)? {
        var nest = Nest(scope: scope + [head.name])
        let place = GivenNames.Place.members(of: nest.scope)
        let earlier = earlierNames[place]
        let wishes = groups.map { group in
            NameTable.Wish.property(group.name, for: .content(group.mediaTypes, keeping: earlier))
        }
        var names = NameTable(keeping: earlier, for: wishes)
        var left = Mapping()
        let cases = zip(groups, wishes).map { group, wish -> RequestBodyDeclaration.Case in
            let hint = NameHint(wish.spelling + " content", at: "\(wish.key)")
            var (type, declaration, remains) = content(group, hint, &nest, isRequest: true)
            declaration.mediaTypes = group.mediaTypes
            for entry in Self.perMediaType(group, remains).entries { left[entry.key] = entry.value }
            return .init(DeclarationHead(names.name(wish, for: wish.key)), content: declaration, type: type)
        }
        givenNames?.note(names, of: place)
        return (RequestBodyDeclaration(head, form: .cases(cases), nested: nest.types), left)
    }

    /// Returns the remaining keys of a Media Type Object, for each media type of the group.
    static func perMediaType(_ group: ContentGroup, _ rest: Mapping) -> Mapping {
        if group.media.mapping == nil { return Mapping(group.mediaTypes.map { .init($0, group.media) }) }
        return rest.isEmpty ? Mapping() : Mapping(group.mediaTypes.map { .init($0, .mapping(rest)) })
    }

    private func takeBodyDescription(_ rest: inout Unconsumed, into input: inout InputDeclaration) {
        guard let text = rest.takeText("description") else { return }
        if CommentText.canHold(text) {
            input.head.documentation = text
        } else {
            input.content.keywords[.description] = .literal(.string(text))
        }
    }

    private func takeBodyRequired(_ rest: inout Unconsumed, into input: inout InputDeclaration) {
        let stated = rest.takeFlag("required")
        if stated != true { input.type = .optional(input.type) }
        let implied: Bool? = stated == true ? true : settings.required == .always ? false : nil
        if stated != implied { input.content.keywords[.required] = stated.map { .literal(.boolean($0)) } ?? .silent }
    }
}

extension NameKey {
    /// Returns the key for content with these media types: that of a media type with an earlier name, or else that of
    /// the main media type.
    static func content(
        _ mediaTypes: [String], of status: StatusKey? = nil, keeping earlier: [NameKey: String]
    ) -> NameKey {
        let prefix = status.map { $0.documentKey + " " } ?? ""
        let kept = mediaTypes.lazy.map { NameKey.wire(prefix + $0) }.first { earlier[$0] != nil }
        return kept ?? .wire(prefix + MediaTypeWords.main(mediaTypes))
    }
}

/// Derives names from media types.
enum MediaTypeWords {
    /// Returns the media type that represents several, regardless of their order: JSON, or else the first in byte
    /// order.
    static func main(_ mediaTypes: [String]) -> String {
        let json = "application/json"
        let first = mediaTypes.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return mediaTypes.contains(json) ? json : first ?? ""
    }

    static func name(_ mediaType: String) -> String {
        switch mediaType {
        case "application/json": "json"
        case "application/x-www-form-urlencoded": "form"
        case "multipart/form-data": "multipart"
        case "text/plain": "text"
        case "application/octet-stream": "bytes"
        case "application/xml", "text/xml": "xml"
        case "*/*": "any"
        default: mediaType.split(separator: "/").last.map { String($0.prefix { $0 != ";" }) } ?? mediaType
        }
    }
}
