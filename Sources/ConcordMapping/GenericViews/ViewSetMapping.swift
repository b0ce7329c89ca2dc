import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the paths of a view set: the collection and its actions, then the object and its actions.
    mutating func viewSet(
        _ view: ViewDeclaration, _ derived: [OperationDeclaration], _ subject: GenericSubject
    ) -> [ViewDeclaration] {
        let plain = view.operations.filter { $0.action == nil }
        let actions = view.operations.filter { $0.action != nil }.map { named($0, in: view) }
        var views: [ViewDeclaration] = []
        let collection = derived.filter { $0.genericAction?.isDetail == false } + plain
        add(collection, at: "", [], of: view, to: &views)
        addActions(actions.filter { $0.action?.isDetail == false }, at: "", [], of: view, to: &views)
        let details = derived.filter { $0.genericAction?.isDetail == true }
        let detailActions = actions.filter { $0.action?.isDetail == true }
        guard !details.isEmpty || !detailActions.isEmpty else { return views }
        guard let input = lookupInput(named: nil, of: view, subject) else {
            error(
                "missing-lookup", "view set '\(view.head.name)' declares no query set to find its objects",
                at: view.head.mark, help: "add 'static let queryset = MyModel.objects.all()'")
            return views
        }
        let place = "/{\(input.head.name)}"
        add(details, at: place, [input], of: view, to: &views)
        addActions(detailActions, at: place, [input], of: view, to: &views)
        return views
    }

    private func add(
        _ operations: [OperationDeclaration], at place: String, _ inputs: [InputDeclaration], of view: ViewDeclaration,
        to views: inout [ViewDeclaration]
    ) {
        guard !operations.isEmpty else { return }
        var part = view
        let base = view.path.hasSuffix("/") ? String(view.path.dropLast()) : view.path
        part.head.wireName = base + place + (view.path.hasSuffix("/") ? "/" : "")
        part.operations = operations
        part.inputs += inputs
        views.append(part)
    }

    /// Adds the actions as views. Actions with the same path form one view, in the position of the first.
    private mutating func addActions(
        _ actions: [OperationDeclaration], at place: String, _ inputs: [InputDeclaration], of view: ViewDeclaration,
        to views: inout [ViewDeclaration]
    ) {
        var paths: [String] = []
        for action in actions {
            let path = action.action?.path ?? action.head.name
            if !paths.contains(path) { paths.append(path) }
        }
        for path in paths {
            let operations = actions.filter { ($0.action?.path ?? $0.head.name) == path }.map(\.withoutKey)
            add(operations, at: place + "/" + path, inputs, of: view, to: &views)
        }
    }
}

extension OperationDeclaration {
    /// The action without the `@Path` inputs that its own path doesn't contain. Such an input is the key in the
    /// object's path.
    fileprivate var withoutKey: OperationDeclaration {
        var operation = self
        let names = PathTemplate(action?.path ?? "").parameterNames
        operation.inputs.removeAll { $0.source == .path && !names.contains($0.head.effectiveWireName) }
        return operation
    }
}
