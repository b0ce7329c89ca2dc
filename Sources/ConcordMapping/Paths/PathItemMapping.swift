import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// The Path Item Object of a view.
    mutating func pathItem(_ view: ViewDeclaration, scope: [String] = []) -> Node {
        let scope = scope + [view.head.name]
        var builder = ObjectBuilder()
        builder.text("$ref", view.reference)
        builder.text("summary", view.summary)
        builder.text("description", view.description.isWritten ? view.description.value : view.head.documentation)
        builder.list("servers", view.servers.map { node($0) })
        builder.list(
            "parameters", view.inputs.flatMap { parameters($0, named: view.wireName(of: $0), in: scope) })
        var others = ObjectBuilder()
        for operation in view.operations where operation.isInDocument {
            if Self.isFixedField(operation.method, version) {
                let key = operation.method.lowercased()
                if builder[key] != nil {
                    error(
                        "duplicate-method", "'\(view.head.name)' has two functions for \(operation.method)",
                        at: operation.head.mark, help: "keep one")
                }
                builder[key] = self.operation(operation, of: view, scope: scope)
            } else {
                others[operation.method] = self.operation(operation, of: view, scope: scope)
            }
        }
        builder.object("additionalOperations", others)
        return merged(builder.ordered(.pathItem), view.head.fragments)
    }

    static func isFixedField(_ method: String, _ version: OpenAPIVersion) -> Bool {
        OperationDeclaration.methods.contains(method) && (method != "QUERY" || version >= .v3_2)
    }
}

extension Scaffolder {
    /// The view of a Path Item Object.
    mutating func view(
        _ path: String, _ node: Node, type name: String, kind: ViewDeclaration.Kind, scope: [String] = []
    ) -> ViewDeclaration {
        var view = ViewDeclaration(DeclarationHead(name, wireName: path), kind: kind)
        guard let mapping = node.mapping else {
            view.head.fragments = [Fragment(node)]
            return view
        }
        let outerNames = pathNames
        pathNames = kind == .path ? Set(PathTemplate(path).parameterNames) : nil
        defer { pathNames = outerNames }
        var rest = Unconsumed(mapping)
        var nest = Nest(scope: scope + [name])
        var names = NameTable(keeping: earlierNames.members(of: scope + [name]))
        view.reference = rest.takeText("$ref")
        view.summary = rest.takeText("summary")
        if let text = rest.takeText("description") {
            if CommentText.canHold(text) { view.head.documentation = text } else { view.description = .stated(text) }
        }
        if let node = rest.node("servers"), let servers = valueObjects(.server, node), !servers.isEmpty {
            rest.take("servers")
            view.servers = servers
        }
        view.inputs = takeParameters(&rest, &names, hint: "", &nest)
        takeOperations(&rest, into: &view, names, &nest)
        view.nested = nest.types
        view.undeclared = view.namesWithoutPath
        view.head.fragments = rest.fragments
        Self.share(&view)
        return view
    }

    private mutating func takeOperations(
        _ rest: inout Unconsumed, into view: inout ViewDeclaration, _ names: NameTable, _ nest: inout Nest
    ) {
        var functions = NameTable(keeping: earlierNames.members(of: nest.scope + [EarlierNames.functions]))
        for entry in rest.mapping.entries {
            let method = entry.key.uppercased()
            guard entry.key == entry.key.lowercased(), Generator.isFixedField(method, version),
                entry.value.mapping != nil
            else { continue }
            rest.take(entry.key)
            view.operations.append(operation(method, entry.value, &functions, names, &nest))
        }
        guard version >= .v3_2, let others = rest.node("additionalOperations")?.mapping, !others.isEmpty,
            others.allSatisfy({ $0.value.mapping != nil && !Generator.isFixedField($0.key, version) })
        else { return }
        rest.take("additionalOperations")
        for entry in others.entries {
            view.operations.append(operation(entry.key, entry.value, &functions, names, &nest))
        }
    }

    /// Says once in the view what all its operations say: their tags, their authentication.
    private static func share(_ view: inout ViewDeclaration) {
        guard let first = view.operations.first else { return }
        if let tags = first.tags.value, view.operations.allSatisfy({ $0.tags == first.tags }) {
            view.tags = tags
            for index in view.operations.indices { view.operations[index].tags = .unstated }
        } else {
            for index in view.operations.indices where view.operations[index].tags == .silent {
                view.operations[index].tags = .unstated
            }
        }
        if view.operations.count > 1, let shared = first.authentication,
            view.operations.allSatisfy({ $0.authentication == shared })
        {
            view.authentication = shared
            for index in view.operations.indices { view.operations[index].authentication = nil }
        }
    }
}
