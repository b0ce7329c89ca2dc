import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline
import ConcordYAML

/// The properties of a response where an operation uses it.
struct ResponseUse {
    var status: StatusKey
    var type: TypeExpression?
    var description: Stated<String> = .unstated
    var summary: String?
    var links: [NamedObjectUse] = []
    var content = ContentDeclaration()
    var mark = SourceMark()

    init(_ status: StatusKey, type: TypeExpression? = nil) {
        self.status = status
        self.type = type
    }

    init(_ line: ResponseStatement) {
        status = line.status
        type = line.type
        description = line.description
        summary = line.summary
        links = line.links
        content = line.content
        mark = line.mark
    }

    init(_ branch: ResponsesDeclaration.Case) {
        status = branch.status
        type = branch.type
        description = branch.description.isWritten ? branch.description : Stated(branch.head.documentation)
        summary = branch.summary
        links = branch.links
        content = branch.content
        content.fragment = Fragment.joined(branch.head.fragments + (content.fragment.map { [$0] } ?? []))
        mark = branch.head.mark
    }
}

extension Generator {
    /// Returns the Responses Object of an operation, in the order of its `@Response` attributes. The main response is
    /// first, unless an attribute determines its position.
    mutating func responses(of operation: OperationDeclaration, scope: [String]) -> [Mapping.Entry] {
        going(.response) { $0.directedResponses(of: operation, scope: scope) }
    }

    private mutating func directedResponses(of operation: OperationDeclaration, scope: [String]) -> [Mapping.Entry] {
        var entries: [Mapping.Entry] = []
        var main = mainResponses(of: operation, scope: scope)
        let mainKeys = main.map(\.status)
        for line in operation.responses {
            if line.type == nil, mainKeys.contains(line.status) {
                let uses = main.filter { $0.status == line.status }
                main.removeAll { $0.status == line.status }
                entries.append(.init(line.status.documentKey, response(uses, line: line, scope: scope)))
            } else {
                entries.append(.init(line.status.documentKey, response(ResponseUse(line), scope: scope)))
            }
        }
        var first: [Mapping.Entry] = []
        for use in main where !first.contains(where: { $0.key == use.status.documentKey }) {
            let uses = main.filter { $0.status == use.status }
            first.append(.init(use.status.documentKey, response(uses, line: nil, scope: scope)))
        }
        return entries.isEmpty ? first : withoutDuplicates(first + entries, operation)
    }

    private mutating func withoutDuplicates(_ entries: [Mapping.Entry], _ operation: OperationDeclaration) -> [Mapping
        .Entry]
    {
        var seen: Set<String> = []
        return entries.filter { entry in
            if seen.insert(entry.key).inserted { return true }
            let lines = operation.responses.filter { $0.status.documentKey == entry.key }
            error(
                "duplicate-response", "'\(operation.head.name)' has two responses for \(entry.key)",
                at: lines.last?.mark ?? operation.head.mark, help: "remove one, or change its status")
            return false
        }
    }

    /// Returns the responses for the result type: one, or one for each case of a `@Responses` enum.
    private func mainResponses(of operation: OperationDeclaration, scope: [String]) -> [ResponseUse] {
        if let result = operation.result, let found = declared(result, in: scope),
            case .responses(let responses) = found.declaration
        {
            return responses.cases.map { branch in
                var use = ResponseUse(branch)
                use.type = branch.type.map { symbols.qualified($0, in: found.path) }
                return use
            }
        }
        if operation.status.isSilent { return [] }
        var use = ResponseUse(operation.status.value ?? .code(200), type: operation.result)
        use.mark = operation.resultMark
        return [use]
    }

    private mutating func response(_ uses: [ResponseUse], line: ResponseStatement?, scope: [String]) -> Node {
        guard var use = uses.first else { return .mapping(Mapping()) }
        if let line { merge(line, into: &use) }
        var node = response(use, scope: scope)
        for other in uses.dropFirst() {
            guard let type = other.type ?? (other.content.schema.isSilent ? .named("Bytes") : nil) else { continue }
            var builder = ObjectBuilder(node)
            var content = ObjectBuilder(builder["content"] ?? .mapping(Mapping()))
            for entry in self.content(type, other.content, in: scope, at: other.mark) {
                content[entry.key] = entry.value
            }
            builder.object("content", content)
            node = merged(builder.ordered(.response), other.content.fragment.map { [$0] } ?? [])
        }
        return node
    }

    private func merge(_ line: ResponseStatement, into use: inout ResponseUse) {
        if line.description.isWritten { use.description = line.description }
        use.summary = line.summary ?? use.summary
        if !line.links.isEmpty { use.links = line.links }
        if !line.content.mediaTypes.isEmpty { use.content.mediaTypes = line.content.mediaTypes }
        if line.content.schema.isWritten { use.content.schema = line.content.schema }
        for (keyword, value) in line.content.keywords.stated { use.content.keywords[keyword] = value }
        use.content.fragment = Fragment.joined(
            (use.content.fragment.map { [$0] } ?? []) + (line.content.fragment.map { [$0] } ?? []))
        use.mark = line.mark
    }

    /// Returns one response: a reference to a component, an inline `@Response` struct, or the content of a type.
    private mutating func response(_ use: ResponseUse, scope: [String]) -> Node {
        var builder: ObjectBuilder
        if let found = use.type.flatMap({ declared($0, in: scope) }), case .response(let response) = found.declaration {
            if found.isFileLevel {
                builder = ObjectBuilder()
                builder.text("$ref", Self.pointer("responses", response.head.componentWireName))
                builder.text("description", use.description.value)
            } else {
                builder = ObjectBuilder(self.response(response, scope: found.path, status: use.status))
                builder.text("description", use.description.value)
            }
        } else {
            builder = ObjectBuilder()
            switch use.description {
            case .unstated: builder.text("description", ReasonPhrase.of(use.status))
            case .silent: break
            case .stated(let text): builder.text("description", text)
            }
            addContent(use, to: &builder, scope: scope)
        }
        builder.text("summary", use.summary)
        addLinks(use.links, to: &builder)
        return merged(builder.ordered(.response), use.content.fragment.map { [$0] } ?? [])
    }

    private mutating func addContent(_ use: ResponseUse, to builder: inout ObjectBuilder, scope: [String]) {
        var content = use.content
        content.fragment = nil
        if let type = use.type {
            builder["content"] = .mapping(Mapping(self.content(type, content, in: scope, at: use.mark)))
        } else if content.schema.isSilent, content.mediaTypes.isEmpty {
            builder["content"] = .mapping(Mapping())
        } else if content.schema.isSilent {
            builder["content"] = .mapping(Mapping(self.content(.named("Bytes"), content, in: scope, at: use.mark)))
        }
    }

    /// Returns the Response Object of a `@Response` struct.
    mutating func response(_ declaration: ResponseDeclaration, scope: [String], status: StatusKey? = nil) -> Node {
        var builder = ObjectBuilder()
        builder.text("summary", declaration.summary)
        switch declaration.description {
        case .stated(let text): builder.text("description", text)
        case .silent: break
        case .unstated:
            builder.text(
                "description",
                declaration.head.documentation ?? status.map(ReasonPhrase.of) ?? declaration.head.componentWireName)
        }
        let headers = declaration.headers.map { input in
            Mapping.Entry(input.head.effectiveWireName, header(input, in: scope))
        }
        if !headers.isEmpty { builder["headers"] = .mapping(Mapping(headers)) }
        if let body = declaration.body {
            builder["content"] = .mapping(
                Mapping(content(body.type.unwrapped, body.content, in: scope, at: body.head.mark)))
        }
        addLinks(declaration.links, to: &builder)
        return merged(builder.ordered(.response), declaration.head.fragments)
    }
}

extension Scaffolder {
    /// Takes the responses of an operation, which become its status, its result, and its `@Response` attributes.
    mutating func takeResponses(
        _ rest: inout Unconsumed, into operation: inout OperationDeclaration, hint: String, _ nest: inout Nest
    ) {
        guard let mapping = rest.node("responses")?.mapping, !mapping.isEmpty else {
            operation.status = .silent
            return
        }
        rest.take("responses")
        let keys = mapping.keys.map(StatusKey.init(documentKey:))
        let successes = Self.successes(keys, mapping)
        if needsEnum(successes, mapping) {
            addEnum(successes, mapping, to: &operation, hint: hint, &nest)
        } else if let main = successes.first {
            addMain(
                main, mapping[main.documentKey] ?? .null, isFirst: keys.first == main, to: &operation, hint: hint, &nest
            )
        } else {
            operation.status = .silent
        }
        addLines(keys, mapping, successes: Set(successes), to: &operation, hint: hint, &nest)
    }

    /// Returns the statuses of the responses that a function returns. If the document declares no successful response,
    /// a default response with a body is one of them, because it also describes success.
    private static func successes(_ keys: [StatusKey], _ mapping: Mapping) -> [StatusKey] {
        let successes = keys.filter(\.isSuccess)
        let hasBody = mapping["default"]?["content"]?.mapping?.isEmpty == false
        return successes.isEmpty && hasBody ? [.default] : successes
    }

    private func needsEnum(_ successes: [StatusKey], _ mapping: Mapping) -> Bool {
        if successes.count > 1 { return true }
        guard let content = successes.first.flatMap({ mapping[$0.documentKey] })?["content"]?.mapping else {
            return false
        }
        return Self.groups(content).count > 1
    }

    /// Adds `@Response` attributes in the document's order. The main response has an attribute only if it needs
    /// arguments or a position.
    private mutating func addLines(
        _ keys: [StatusKey], _ mapping: Mapping, successes: Set<StatusKey>, to operation: inout OperationDeclaration,
        hint: String, _ nest: inout Nest
    ) {
        let main = operation.responses
        operation.responses = []
        let enumKeys = keys.filter { successes.contains($0) }
        let needsPlaces = Array(keys.prefix(enumKeys.count)) != enumKeys
        for key in keys {
            if successes.contains(key) {
                let line = main.first { $0.status == key }
                if let line {
                    operation.responses.append(line)
                } else if needsPlaces {
                    operation.responses.append(.init(key))
                }
                continue
            }
            let words = key == .default ? "default" : ReasonPhrase.of(key)
            var use = responseUse(key, mapping[key.documentKey] ?? .null, hint: NameHint(hint + " " + words), &nest)
            if use.status.isSuccess, use.type == nil {
                use.description = use.description.isWritten ? use.description : .unstated
            }
            operation.responses.append(use.line)
        }
    }

    private mutating func addMain(
        _ status: StatusKey, _ node: Node, isFirst: Bool, to operation: inout OperationDeclaration, hint: String,
        _ nest: inout Nest
    ) {
        let use = responseUse(status, node, hint: NameHint(hint + " result"), &nest)
        if status != .code(200) { operation.status = .stated(status) }
        operation.result = use.type
        var line = use.line
        line.type = nil
        if line != ResponseStatement(status) { operation.responses = [line] }
    }

    /// Adds a `@Responses` enum with a case for each success and each kind of its content.
    private mutating func addEnum(
        _ successes: [StatusKey], _ mapping: Mapping, to operation: inout OperationDeclaration, hint: String,
        _ nest: inout Nest
    ) {
        let typeName = nest.name(NameHint(hint + " result"), &self)
        var inner = Nest(scope: nest.scope + [typeName])
        let place = GivenNames.Place.members(of: inner.scope)
        let earlier = earlierNames[place]
        let contents = successes.flatMap { self.contents($0, mapping[$0.documentKey] ?? .null, keeping: earlier) }
        var names = NameTable(keeping: earlier, for: contents.map(\.wish))
        var responses = ResponsesDeclaration(DeclarationHead(typeName))
        for content in contents {
            let use = responseUse(
                content.status, content.node, hint: NameHint(content.wish.spelling, at: "\(content.wish.key)"), &inner)
            responses.cases.append(use.responseCase(names.name(content.wish, for: content.wish.key)))
        }
        responses.nested = inner.types
        givenNames?.note(names, of: place)
        nest.types.append(.responses(responses))
        operation.result = .named(typeName)
    }

    /// A response, or one kind of its content, for a case of an enum.
    private struct ResponseContent {
        let status: StatusKey
        let node: Node
        let wish: NameTable.Wish
    }

    private func contents(
        _ status: StatusKey, _ node: Node, keeping earlier: [NameKey: String]
    ) -> [ResponseContent] {
        let phrase = ReasonPhrase.of(status)
        let groups = node["content"]?.mapping.map(Self.groups) ?? []
        guard groups.count > 1, node["headers"] == nil, node["$ref"] == nil, var outer = node.mapping else {
            let key = NameKey.content(node["content"]?.mapping?.keys ?? [], of: status, keeping: earlier)
            return [ResponseContent(status: status, node: node, wish: .property(phrase, for: key))]
        }
        outer["content"] = nil
        return groups.enumerated().map { index, group in
            var part = index == 0 ? outer : Mapping([.init("description", .string(phrase))])
            part["content"] = .mapping(Mapping(group.mediaTypes.map { .init($0, group.media) }))
            let key = NameKey.content(group.mediaTypes, of: status, keeping: earlier)
            let wish = NameTable.Wish.property(phrase + " " + group.name, for: key)
            return ResponseContent(status: status, node: .mapping(part), wish: wish)
        }
    }

    /// Returns the properties of a response for a `@Response` attribute.
    private mutating func responseUse(_ status: StatusKey, _ node: Node, hint: NameHint, _ nest: inout Nest)
        -> ResponseUse
    {
        var use = ResponseUse(status)
        guard let mapping = node.mapping else {
            use.content.fragment = Fragment(node)
            return use
        }
        var rest = Unconsumed(mapping)
        if let pointer = rest.node("$ref")?.string {
            guard let type = componentNames.type(at: pointer, in: .responses),
                componentNames.wireName(at: pointer, in: .responses).map({ Generator.pointer("responses", $0) })
                    == pointer
            else {
                use.description = .silent
                use.content.fragment = Fragment(node)
                return use
            }
            rest.take("$ref")
            use.type = .named(type)
            if let text = rest.takeText("description") { use.description = .stated(text) }
            use.summary = rest.takeText("summary")
            use.content.fragment = rest.fragment
            return use
        }
        if rest.node("headers")?.mapping?.isEmpty == false {
            let name = nest.name(
                NameHint(hint.text.replacing(" result", with: "") + " response", at: hint.place), &self)
            let declaration = response(DeclarationHead(name), &rest, scope: nest.scope, status: status)
            nest.types.append(.response(declaration))
            use.type = .named(name)
            return use
        }
        takeContent(&rest, into: &use, hint: hint, &nest)
        return use
    }

    private mutating func takeContent(
        _ rest: inout Unconsumed, into use: inout ResponseUse, hint: NameHint, _ nest: inout Nest
    ) {
        if let text = rest.takeText("description") {
            use.description = text == ReasonPhrase.of(use.status) ? .unstated : .stated(text)
        } else {
            use.description = .silent
        }
        use.summary = rest.takeText("summary")
        use.links = takeLinks(&rest)
        if rest.take("content", equalTo: .mapping(Mapping())) {
            use.content.schema = .silent
        } else if let content = rest.node("content")?.mapping {
            rest.take("content")
            let groups = Self.groups(content)
            let (type, declaration, remains) = self.content(groups[0], hint, &nest)
            use.type = declaration.schema.isSilent ? nil : type
            use.content = declaration
            if declaration.schema.isSilent { use.content.mediaTypes = groups[0].mediaTypes }
            var left = Self.perMediaType(groups[0], remains)
            for group in groups.dropFirst() {
                for mediaType in group.mediaTypes { left[mediaType] = group.media }
            }
            if !left.isEmpty { rest.restore("content", .mapping(left)) }
        }
        use.content.fragment = rest.fragment
    }

    /// Returns a `@Response` struct with its headers and its body.
    mutating func response(
        _ head: DeclarationHead, _ rest: inout Unconsumed, scope: [String], status: StatusKey? = nil
    ) -> ResponseDeclaration {
        var declaration = ResponseDeclaration(head)
        var nest = Nest(scope: scope + [head.name])
        let place = GivenNames.Place.members(of: nest.scope)
        var names = NameTable(
            keeping: earlierNames[place],
            for: rest.node("headers")?.mapping?.keys.map { .header($0) } ?? [])
        takeDescription(&rest, into: &declaration, status: status)
        declaration.summary = rest.takeText("summary")
        declaration.links = takeLinks(&rest)
        if let headers = rest.takeMapping("headers") {
            var left = Mapping()
            for entry in headers.entries {
                if let input = header(entry.key, entry.value, &names, hint: "", &nest) {
                    declaration.headers.append(input)
                } else {
                    left[entry.key] = entry.value
                }
            }
            if !left.isEmpty || headers.isEmpty { rest.restore("headers", .mapping(left)) }
        }
        if let content = rest.node("content")?.mapping, !content.isEmpty {
            rest.take("content")
            let groups = Self.groups(content)
            let (type, statement, remains) = self.content(groups[0], NameHint("Body"), &nest)
            declaration.body = InputDeclaration(
                DeclarationHead(names.property("body", for: .unnamed("body"))), .body, type: type, content: statement)
            var left = Self.perMediaType(groups[0], remains)
            for group in groups.dropFirst() {
                for mediaType in group.mediaTypes { left[mediaType] = group.media }
            }
            if !left.isEmpty { rest.restore("content", .mapping(left)) }
        }
        declaration.nested = nest.types
        declaration.head.fragments = rest.fragments
        givenNames?.note(names, of: place)
        return declaration
    }

    private func takeDescription(
        _ rest: inout Unconsumed, into declaration: inout ResponseDeclaration, status: StatusKey?
    ) {
        guard let text = rest.takeText("description") else {
            declaration.description = .silent
            return
        }
        if text == status.map(ReasonPhrase.of) { return }
        if CommentText.canHold(text) {
            declaration.head.documentation = text
        } else {
            declaration.description = .stated(text)
        }
    }
}

extension ResponseUse {
    /// The `@Response` attribute for the response.
    var line: ResponseStatement {
        var line = ResponseStatement(
            status, type: type, description: description, summary: summary, content: content)
        line.links = links
        return line
    }

    /// Returns the case of a `@Responses` enum for the response.
    func responseCase(_ name: String) -> ResponsesDeclaration.Case {
        var head = DeclarationHead(name)
        var description = description
        if let text = description.value, CommentText.canHold(text) {
            head.documentation = text
            description = .unstated
        }
        var result = ResponsesDeclaration.Case(
            head, status, description: description, summary: summary, content: content, type: type)
        result.links = links
        return result
    }
}

extension StatusKey {
    /// Whether the status is a success code or the range of success codes.
    var isSuccess: Bool {
        switch self {
        case .code(let code): (200..<300).contains(code)
        case .range(let text): text == "2XX"
        case .default: false
        }
    }
}
