import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the Operation Object of a method.
    mutating func operation(
        _ operation: OperationDeclaration, of view: ViewDeclaration, scope: [String]
    ) -> Node {
        var operation = operation
        // The operations of generic views already have the inputs of permissions and throttles.
        if operation.genericAction == nil, operation.action == nil { operation.inputs += inputsOfPolicies(view) }
        var builder = ObjectBuilder()
        let tags = operation.tags.isWritten ? operation.tags.value ?? [] : view.tags
        builder.list("tags", tags.map(Node.string))
        let text = OperationText(operation)
        builder.text("summary", text.summary)
        builder.text("description", text.description)
        if let docs = operation.externalDocs { builder["externalDocs"] = node(docs) }
        switch operation.operationID {
        case .unstated: addID(operation.derivedID(in: view), of: operation, to: &builder)
        case .silent: break
        case .stated(let id): addID(id, of: operation, to: &builder)
        }
        addInputs(operation, of: view, to: &builder, scope: scope)
        let security = security(of: operation, in: view)
        var responses = responses(of: operation, scope: scope)
        let isDerived = derivesResponses || operation.genericAction != nil || operation.action != nil
        checkThrown(by: operation, scope: scope)
        if isDerived { addDerived(to: &responses, of: operation, in: view, security) }
        if let maximum = view.bulkMaximum(of: operation.genericAction) {
            builder["requestBody"] = builder["requestBody"]?.oneOrMany(maximum: maximum)
            if let index = responses.firstIndex(where: { $0.key == "201" }) {
                responses[index] = .init("201", responses[index].value.oneOrMany(maximum: nil))
            }
        }
        if isDerived || !responses.isEmpty { builder["responses"] = .mapping(Mapping(responses)) }
        addCallbacks(of: operation, to: &builder, scope: scope)
        builder.flag("deprecated", operation.deprecated)
        if let requirements = security.requirements { builder["security"] = self.security(requirements, in: scope) }
        builder.list("servers", operation.servers.map { node($0) })
        builder.list("x-permissions", (view.generic.permissions ?? []).map { .string($0.permissionText) })
        return merged(builder.ordered(.operation), operation.head.fragments)
    }

    private mutating func addID(_ id: String, of operation: OperationDeclaration, to builder: inout ObjectBuilder) {
        builder.text("operationId", id)
        if let earlier = output.operationIDs.updateValue(operation.head.mark, forKey: id) {
            let isDerived = operation.genericAction != nil
            error(
                "duplicate-operation-id", "two operations have the ID '\(id)'", at: operation.head.mark,
                help: isDerived
                    ? "give one view a different base: '.schema(AutoSchema(operationIDBase: \"…\"))'"
                    : "give one of them a different ID", related: ("the other declaration is here", earlier))
        }
    }

    private mutating func addInputs(
        _ operation: OperationDeclaration, of view: ViewDeclaration, to builder: inout ObjectBuilder, scope: [String]
    ) {
        var parameters: [Node] = []
        for input in operation.inputs {
            if let body = going(.request, { $0.body(input, in: scope) }) {
                if builder["requestBody"] != nil {
                    error(
                        "second-body", "'\(operation.head.name)' has two request bodies", at: input.head.mark,
                        help: "remove one; use an enum with @RequestBody for alternative bodies")
                }
                builder["requestBody"] = body
            } else {
                parameters += going(.request) { $0.parameters(input, named: view.wireName(of: input), in: scope) }
            }
        }
        reportDuplicates(parameters, of: operation)
        builder.list("parameters", parameters)
    }

    /// Reports inputs with the same name, which independent filters, paginations, and permissions may declare.
    private mutating func reportDuplicates(_ parameters: [Node], of operation: OperationDeclaration) {
        guard operation.genericAction != nil else { return }
        var seen: Set<String> = []
        for parameter in parameters {
            guard let name = parameter["name"]?.string, let place = parameter["in"]?.string,
                !seen.insert(place + " " + name).inserted
            else { continue }
            let inputs = operation.inputs.filter { $0.head.effectiveWireName == name }
            error(
                "duplicate-parameter", "two inputs of '\(operation.head.name)' have the name '\(name)'",
                at: inputs.last?.head.mark ?? operation.head.mark, help: "rename one of them",
                related: inputs.first.map { ("the other declaration is here", $0.head.mark) })
        }
    }

    private mutating func body(_ input: InputDeclaration, in scope: [String]) -> Node? {
        if input.source == .body { return requestBody(input, in: scope) }
        guard input.source == .component, let found = declared(input.type.unwrapped, in: scope),
            case .requestBody(let body) = found.declaration
        else { return nil }
        if found.isFileLevel { return componentUse("requestBodies", body.head.componentWireName, input) }
        return requestBody(body, scope: found.path)
    }

    /// Returns the parameters for an input: one, or those of a group.
    mutating func parameters(_ input: InputDeclaration, named name: String, in scope: [String]) -> [Node] {
        if !input.source.isInDocument { return [] }
        guard input.source == .component else { return [parameter(input, named: name, in: scope)] }
        guard let found = declared(input.type.unwrapped, in: scope) else {
            let type = input.type.unwrapped.path?.joined(separator: ".") ?? input.head.name
            error(
                "unknown-input", "'\(input.head.name)' is not an input: no type '\(type)' is declared",
                at: input.head.mark,
                help: symbols.names.nearest(to: type).map { "did you mean '\($0)'?" }
                    ?? "mark it: '@Query \(input.head.name): …'")
            return []
        }
        switch found.declaration {
        case .parameter(let parameter):
            if found.isFileLevel { return [componentUse("parameters", parameter.head.componentWireName, input)] }
            return [self.parameter(parameter.input, named: parameter.input.head.effectiveWireName, in: found.path)]
        // The inputs of the enclosing group are parameters of the path already.
        case .include: return []
        case .group(let group):
            reportBare(group, usedBy: input)
            return group.inputs.flatMap { parameters($0, named: $0.head.effectiveWireName, in: found.path) }
        default:
            error(
                "unwrapped-input", "'\(input.head.name)' has no source", at: input.head.mark,
                help: "mark it with @Query, @Path, @Header, @Cookie or @Body")
            return []
        }
    }
}

extension Generator {
    /// Reports a group without its attribute, because it would appear in the document but read nothing from a request.
    private mutating func reportBare(_ group: InputGroupDeclaration, usedBy input: InputDeclaration) {
        guard !group.hasAttribute, !group.inputs.isEmpty, output.bareGroups.insert(group.head.name).inserted else {
            return
        }
        error(
            "missing-attribute", "'\(group.head.name)' is used as an input, but is not a @Group",
            at: group.head.mark, help: "write '@Group' before 'struct \(group.head.name)'",
            related: ("it is used here", input.head.mark))
    }
}

/// The summary and description of an operation, and the comment that contains them.
struct OperationText: Equatable {
    var summary: String?
    var description: String?

    init(summary: String?, description: String?) {
        self.summary = summary
        self.description = description
    }

    init(_ operation: OperationDeclaration) {
        let comment = operation.head.documentation
        switch (operation.summary, operation.description) {
        case (.unstated, .unstated): self = Self.split(comment)
        case (let summary, .unstated): self.init(summary: summary.value, description: comment)
        case (.unstated, let description): self.init(summary: comment, description: description.value)
        case (let summary, let description): self.init(summary: summary.value, description: description.value)
        }
    }

    /// Splits a comment into the summary, up to the first empty line, and the description after it.
    private static func split(_ comment: String?) -> OperationText {
        guard let comment else { return OperationText(summary: nil, description: nil) }
        let bytes = Array(comment.utf8)
        let newline = UInt8(ascii: "\n")
        guard let index = bytes.indices.dropLast().first(where: { bytes[$0] == newline && bytes[$0 + 1] == newline })
        else {
            return OperationText(summary: comment, description: nil)
        }
        return OperationText(
            summary: String(decoding: bytes[..<index], as: UTF8.self),
            description: String(decoding: bytes[(index + 2)...], as: UTF8.self))
    }

    /// Writes the summary and description as a comment if possible, and as arguments otherwise.
    func state(in operation: inout OperationDeclaration) {
        let comment = [summary, description].compactMap { $0 }.joined(separator: "\n\n")
        if summary?.isEmpty == false, CommentText.canHold(comment), Self.split(comment) == self {
            operation.head.documentation = comment
        } else if let description, CommentText.canHold(description) {
            operation.head.documentation = description
            operation.summary = summary.map(Stated.stated) ?? .silent
        } else if let summary, CommentText.canHold(summary) {
            operation.head.documentation = summary
            operation.description = description.map(Stated.stated) ?? .silent
        } else {
            operation.summary = Stated(summary)
            operation.description = Stated(description)
        }
    }
}

extension Scaffolder {
    /// Returns the function for an Operation Object.
    mutating func operation(
        _ method: String, _ node: Node, _ functions: inout NameTable, _ viewNames: NameTable, _ nest: inout Nest
    ) -> OperationDeclaration {
        var rest = Unconsumed(node.mapping ?? Mapping())
        // Operation IDs are unique in Swift, so a duplicate ID is stated by a fragment.
        let isUnique = rest.node("operationId")?.string.map { operationIDs.insert($0).inserted } ?? true
        let id = isUnique ? rest.takeText("operationId") : nil
        let name = functions.property(id ?? method.lowercased(), for: .wire(id ?? method))
        var operation = OperationDeclaration(DeclarationHead(name), method: method)
        operation.operationID = id.map(Stated.stated) ?? .silent
        OperationText(summary: rest.takeText("summary"), description: rest.takeText("description")).state(
            in: &operation)
        takeTags(&rest, into: &operation)
        operation.deprecated = rest.takeFlag("deprecated")
        takeServersAndDocs(&rest, into: &operation)
        if let requirements = rest.node("security").flatMap(requirements) {
            rest.take("security")
            operation.authentication = requirements
        }
        let place = GivenNames.Place(type: nest.scope, kind: .inputs(of: name))
        let wishes = inputWishes(rest.node("parameters"))
        var names = viewNames.adding(wishes, keeping: keptInputs(wishes, in: place))
        operation.inputs = takeParameters(&rest, &names, hint: name, &nest)
        if let node = rest.node("requestBody"), let body = body(node, &names, hint: name, &nest) {
            rest.take("requestBody")
            operation.inputs.append(body)
        }
        givenNames?.note(names, of: place)
        takeResponses(&rest, into: &operation, hint: name, &nest)
        takeCallbacks(&rest, into: &operation, &nest)
        operation.head.fragments = rest.fragments
        return operation
    }

    private func takeTags(_ rest: inout Unconsumed, into operation: inout OperationDeclaration) {
        operation.tags = .silent
        guard let nodes = rest.node("tags")?.sequence else { return }
        let tags = nodes.compactMap(\.string)
        guard tags.count == nodes.count else { return }
        rest.take("tags")
        if !tags.isEmpty { operation.tags = .stated(tags) }
    }

    private mutating func takeServersAndDocs(_ rest: inout Unconsumed, into operation: inout OperationDeclaration) {
        if let node = rest.node("servers"), let servers = valueObjects(.server, node), !servers.isEmpty {
            rest.take("servers")
            operation.servers = servers
        }
        if let node = rest.node("externalDocs"), let docs = valueObject(.externalDocs, node) {
            rest.take("externalDocs")
            operation.externalDocs = docs
        }
    }

    /// Returns the inputs for `parameters`. If one is invalid, the whole array remains in `rest`, and the fragment then
    /// replaces it.
    mutating func takeParameters(_ rest: inout Unconsumed, _ names: inout NameTable, hint: String, _ nest: inout Nest)
        -> [InputDeclaration]
    {
        guard let nodes = rest.node("parameters")?.sequence else { return [] }
        let inputs = nodes.compactMap { input($0, &names, hint: hint, &nest) }
        if inputs.count == nodes.count { rest.take("parameters") }
        return inputs
    }
}
