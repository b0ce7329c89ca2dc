import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the Path Item Object of a view.
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
                        "duplicate-method", "'\(view.head.name)' declares two functions for \(operation.method)",
                        at: operation.head.mark, help: "remove one of them")
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
    /// Returns the view for a Path Item Object.
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
        var names = inputNames(rest.node("parameters"), of: nest.scope)
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
        givenNames?.note(names, of: .members(of: nest.scope))
        takeOperations(&rest, into: &view, names, &nest)
        view.nested = nest.types
        view.undeclared = view.namesWithoutPath
        view.head.fragments = rest.fragments
        Self.share(&view)
        return view
    }

    /// Returns the names of a path's own parameters. They differ from the names of the operations' parameters, except
    /// for a parameter that moved from the operations to the path.
    private func inputNames(_ parameters: Node?, of type: [String]) -> NameTable {
        let wishes = inputWishes(parameters)
        let operations = earlierNames.operationInputs(of: type)
        var kept = keptInputs(wishes, in: .members(of: type))
        for wish in wishes where kept[wish.key] == nil {
            guard let names = operations[wish.key], names.count == 1, let name = names.first,
                !kept.values.contains(name)
            else { continue }
            kept[wish.key] = name
        }
        let blocked = Set(operations.values.joined()).subtracting(kept.values)
        return NameTable(keeping: kept, without: blocked, for: wishes)
    }

    private mutating func takeOperations(
        _ rest: inout Unconsumed, into view: inout ViewDeclaration, _ names: NameTable, _ nest: inout Nest
    ) {
        let place = GivenNames.Place(type: nest.scope, kind: .functions)
        var functions = NameTable(keeping: earlierNames[place], for: functionWishes(rest))
        defer { givenNames?.note(functions, of: place) }
        let fixed = fixedOperations(rest)
        let others = additionalOperations(rest)
        for entry in fixed { rest.take(entry.key) }
        if !others.isEmpty { rest.take("additionalOperations") }
        let operations = fixed.map { Mapping.Entry($0.key.uppercased(), $0.value) } + others
        let order = operations.indices.sorted { operations[$0].key < operations[$1].key }
        view.operations = nest.inOrder(order) { index, nest in
            operation(operations[index].key, operations[index].value, &functions, names, &nest)
        }
    }

    private func fixedOperations(_ rest: Unconsumed) -> [Mapping.Entry] {
        rest.mapping.entries.filter { entry in
            entry.key == entry.key.lowercased() && Generator.isFixedField(entry.key.uppercased(), version)
                && entry.value.mapping != nil
        }
    }

    private func additionalOperations(_ rest: Unconsumed) -> [Mapping.Entry] {
        guard version >= .v3_2, let others = rest.node("additionalOperations")?.mapping,
            others.allSatisfy({ $0.value.mapping != nil && !Generator.isFixedField($0.key, version) })
        else { return [] }
        return others.entries
    }

    /// Returns the wishes for the names of a view's functions, which are named after their operation IDs or their
    /// methods.
    private func functionWishes(_ rest: Unconsumed) -> [NameTable.Wish] {
        var taken: Set<String> = []
        let fixed = fixedOperations(rest).map { (method: $0.key.uppercased(), node: $0.value) }
        let others = additionalOperations(rest).map { (method: $0.key, node: $0.value) }
        return (fixed + others).sorted { $0.method < $1.method }.map { method, node in
            if let id = node["operationId"]?.string, !operationIDs.contains(id), taken.insert(id).inserted {
                return .property(id)
            }
            return .property(method.lowercased(), for: .wire(method))
        }
    }

    /// Moves the tags and authentication that all operations share to the view.
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
