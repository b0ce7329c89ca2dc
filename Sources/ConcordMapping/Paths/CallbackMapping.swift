import ConcordDeclarations
import ConcordDiagnostics
import ConcordYAML

extension Generator {
    /// Adds the `callbacks` of an operation: a Callback Object for each name, with a path item for each expression.
    mutating func addCallbacks(
        of operation: OperationDeclaration, to builder: inout ObjectBuilder, scope: [String]
    ) {
        var callbacks = ObjectBuilder()
        for use in operation.callbacks {
            guard let found = declared(use.type, in: scope), case .view(let view) = found.declaration,
                case .callback(let name) = view.kind
            else {
                reportUnknownCallback(use)
                continue
            }
            var items = ObjectBuilder(callbacks[name] ?? .mapping(Mapping()))
            if items[view.path] != nil {
                error(
                    "duplicate-callback",
                    "two callbacks of '\(operation.head.name)' have the same name and expression: '\(name)'",
                    at: use.mark, help: "remove one of them")
            }
            items[view.path] = pathItem(view, scope: Array(found.path.dropLast()))
            callbacks[name] = items.node
        }
        builder.object("callbacks", callbacks)
    }

    private mutating func reportUnknownCallback(_ use: APIDeclaration.TypeUse) {
        let name = use.type.path?.joined(separator: ".") ?? ""
        error(
            "unknown-callback", "'\(name)' is not a callback", at: use.mark,
            help: "declare '@Callback(\"onEvent\", \"{$request.body#/url}\") struct \(name)' in the view")
    }
}

extension Scaffolder {
    /// Takes the `callbacks` of an operation and declares a nested view for each expression. Callbacks that aren't path
    /// items remain in `rest`.
    mutating func takeCallbacks(
        _ rest: inout Unconsumed, into operation: inout OperationDeclaration, _ nest: inout Nest
    ) {
        guard let callbacks = rest.node("callbacks")?.mapping, !callbacks.isEmpty else { return }
        rest.take("callbacks")
        var left = Mapping()
        for entry in callbacks.entries {
            guard let items = entry.value.mapping, !items.isEmpty, isSayable(items) else {
                left[entry.key] = entry.value
                continue
            }
            for item in items.entries {
                let name = nest.name(NameHint(entry.key, at: "\(operation.head.name) \(entry.key) \(item.key)"), &self)
                let kind = ViewDeclaration.Kind.callback(name: entry.key)
                nest.types.append(.view(view(item.key, item.value, type: name, kind: kind, scope: nest.scope)))
                operation.callbacks.append(.init(.named(name)))
            }
        }
        if !left.isEmpty { rest.restore("callbacks", .mapping(left)) }
    }

    private func isSayable(_ items: Mapping) -> Bool {
        items["$ref"] == nil && items.allSatisfy { !$0.key.hasPrefix("x-") && $0.value.mapping != nil }
    }
}
