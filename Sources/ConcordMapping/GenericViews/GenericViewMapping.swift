import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline
import ConcordYAML

/// The model and the schemas of a generic view's operations.
struct GenericSubject {
    /// The model, or `nil` if the view doesn't have one.
    var model: Symbols.FoundModel?
    /// The style of derived wire names.
    var keys: KeyStyle?
    /// The type of request bodies.
    var request: TypeExpression
    /// The type of objects in responses.
    var response: TypeExpression
}

extension Generator {
    /// Expands a view to views with one path and only explicit operations. A view that isn't generic expands to itself.
    mutating func explicit(_ view: ViewDeclaration) -> [ViewDeclaration] {
        checkRates(of: view)
        guard let generic = view.genericView else { return [view] }
        guard let subject = subject(of: view, generic) else { return [] }
        // A function replaces the derived operation with the same method. In a view set, functions replace those of the
        // collection.
        let methods = Set(view.operations.filter { $0.action == nil }.map(\.method))
        let derived = generic.actions.filter { action in
            !methods.contains(action.method) || (generic.isViewSet && action.isDetail)
        }.map { operation($0, of: view, subject) }
        guard generic.isViewSet else {
            var view = view
            view.operations = derived + view.operations.map { named($0, in: view) }
            view.inputs += lookupInput(of: view, subject)
            return [view]
        }
        return viewSet(view, derived, subject)
    }

    /// Returns the names of a generic view's operations.
    mutating func naming(of view: ViewDeclaration) -> OperationNaming {
        if let known = cache.operationNamings[view.head.name] { return known }
        let settings = view.generic
        let serializer = (settings.serializer ?? settings.responseSerializer ?? settings.requestSerializer)?.type
        let type = serializer ?? settings.queryset?.model
        let base = view.operationIDBase ?? type.map { typeName(symbols.qualified($0, in: [view.head.name])) }
        let naming = OperationNaming(base: base ?? DerivedName.withoutNamespaces(view.head.name))
        cache.operationNamings[view.head.name] = naming
        return naming
    }

    private mutating func subject(of view: ViewDeclaration, _ generic: GenericView) -> GenericSubject? {
        let settings = view.generic
        let scope = [view.head.name]
        let serializer = settings.serializer ?? settings.responseSerializer ?? settings.requestSerializer
        let needsSerializer = generic.actions.contains { $0 != .destroy }
        guard serializer != nil || !needsSerializer else {
            error(
                "undescribed-view", "generic view '\(view.head.name)' has no serializer",
                at: view.head.mark, help: "add 'static let serializer = MySerializer.self'")
            return nil
        }
        let type = serializer.map { symbols.qualified($0.type, in: scope) } ?? .void
        if let serializer, !isSerializer(type, at: serializer.mark) { return nil }
        let found = symbols.resolve(type, in: [])
        var selection: ModelSelection?
        var keys = view.keys
        if case .serializer(let declared)? = found?.declaration {
            selection = declared.selection
            keys = keys ?? declared.keys
        }
        if let serializer, let selection { checkModel(selection, in: found?.path ?? [], at: serializer.mark, of: view) }
        let model = settings.queryset?.model ?? selection?.model
        return GenericSubject(
            model: model.flatMap { self.model($0, of: view) }, keys: keys,
            request: settings.requestSerializer.map { symbols.qualified($0.type, in: scope) } ?? type,
            response: settings.responseSerializer.map { symbols.qualified($0.type, in: scope) } ?? type)
    }

    private mutating func isSerializer(_ type: TypeExpression, at mark: SourceMark) -> Bool {
        if GenericUse(type) != nil { return true }
        if let found = symbols.resolve(type, in: []), Self.schemaName(found.declaration) != nil { return true }
        let name = type.path?.joined(separator: ".") ?? "this"
        error(
            "unknown-serializer", "'\(name)' is not a serializer", at: mark,
            help: symbols.schemaNames.nearest(to: name).map { "did you mean '\($0).self'?" }
                ?? "declare '@Serializer(of: Model.self) struct \(name) {}'")
        return false
    }

    /// Reports a serializer of a model other than the queried one, because it can't represent any of the view's
    /// objects.
    private mutating func checkModel(
        _ selection: ModelSelection, in scope: [String], at mark: SourceMark, of view: ViewDeclaration
    ) {
        guard let queried = view.generic.queryset?.model.flatMap({ symbols.model($0, in: [view.head.name]) }),
            let selected = symbols.model(selection.model, in: scope), selected.path != queried.path
        else { return }
        let names = (queried.path.joined(separator: "."), selected.path.joined(separator: "."))
        error(
            "another-model",
            "'\(view.head.name)' queries '\(names.0)', but its serializer is declared for '\(names.1)'",
            at: mark, help: "use a serializer of '\(names.0)', or query '\(names.1).objects'",
            related: ("the serializer is declared for '\(names.1)' here", selection.mark))
    }

    private mutating func model(_ type: TypeExpression, of view: ViewDeclaration) -> Symbols.FoundModel? {
        if let found = symbols.model(type, in: [view.head.name]) { return found }
        guard let queryset = view.generic.queryset else { return nil }
        let name = type.path?.joined(separator: ".") ?? "this"
        error(
            "unknown-model", "'\(name)' is not a model", at: queryset.mark,
            help: symbols.modelNames.nearest(to: name).map { "did you mean '\($0).objects'?" }
                ?? "declare '@Model struct \(name)'")
        return nil
    }
}

extension Generator {
    /// Returns the operation for an action of a generic view.
    private mutating func operation(
        _ action: GenericAction, of view: ViewDeclaration, _ subject: GenericSubject
    ) -> OperationDeclaration {
        let naming = naming(of: view)
        let settings = view.generic
        var operation = OperationDeclaration(
            DeclarationHead(action.rawValue, mark: view.head.mark), method: action.method,
            operationID: .stated(naming.id(of: action)))
        operation.genericAction = action
        operation.summary = .stated(naming.summary(of: action))
        operation.result = subject.response
        switch action {
        case .list:
            operation.inputs = inputs(ofFilters: settings.filters ?? [], subject)
            let page = page(of: subject.response, settings.pagination)
            operation.inputs += page.inputs
            operation.result = page.result
        case .create:
            operation.status = .stated(.code(201))
            operation.inputs = [body(subject.request, of: view)]
            if isEmpty(subject.response, going: .response) { operation.result = nil }
        case .retrieve: break
        case .update: operation.inputs = [body(subject.request, of: view)]
        case .partialUpdate: operation.inputs = [body(.patched(subject.request), of: view)]
        case .destroy:
            operation.status = .stated(.code(204))
            operation.result = nil
        }
        if isEmpty(subject.request, going: .request) { operation.inputs.removeAll { $0.source == .body } }
        if let renderers = settings.renderers, operation.result != nil {
            let status = operation.status.value ?? .code(200)
            operation.responses = [ResponseStatement(status, content: ContentDeclaration(renderers))]
        }
        operation.inputs += view.conditionInputs(of: action)
        operation.inputs += inputsOfPolicies(view)
        return operation
    }

    private mutating func body(_ type: TypeExpression, of view: ViewDeclaration) -> InputDeclaration {
        warnOfStoredFiles(in: type.patchedType ?? type, of: view)
        return InputDeclaration(
            DeclarationHead("body", mark: view.head.mark), .body, type: type,
            content: ContentDeclaration(view.generic.parsers ?? []))
    }

    /// Warns if a component is used for requests and responses and has a file property, which is bytes in requests and
    /// a URL in responses.
    private mutating func warnOfStoredFiles(in type: TypeExpression, of view: ViewDeclaration) {
        guard !splitsRequests, let found = symbols.resolve(type, in: []),
            case .serializer(let serializer) = found.declaration
        else { return }
        let properties = resolved(serializer, scope: found.path).properties
        guard let file = properties.first(where: { $0.isStoredFile && !$0.isReadOnly }) else { return }
        report(
            .warning, "file-both-ways",
            "'\(view.head.name)' receives '\(file.head.name)' as bytes and returns its URL, but requests and responses share one component",
            at: view.head.mark, help: "write '@API(…, .requests(.split))'",
            related: ("the file property is declared here", file.head.mark)
        )
    }

    /// Reports a rate in another format, which would reject every request.
    private mutating func checkRates(of view: ViewDeclaration) {
        for throttle in view.generic.throttles ?? [] where throttle.name == "RateThrottle" {
            guard case .string(let rate)? = throttle.arguments.first?.value,
                rate.wholeMatch(of: /[1-9][0-9]*\/(s|sec|second|m|min|minute|h|hour|d|day)/) == nil
            else { continue }
            error(
                "bad-rate", "\"\(rate)\" is not a rate",
                at: throttle.mark, help: "write a number and a period: RateThrottle(\"100/hour\")")
        }
    }

    /// Returns the inputs that the app's own permissions and throttles read from a request.
    mutating func inputsOfPolicies(_ view: ViewDeclaration) -> [InputDeclaration] {
        var inputs = inputs(ofPermissions: view.generic.permissions ?? [])
        for throttle in view.generic.throttles ?? [] where throttle.name != "RateThrottle" {
            inputs += self.inputs(of: throttle, .throttle)
        }
        // Path parameters are declared by the view.
        return inputs.filter { $0.source != .path }
    }

    /// Returns the operation of a function. If the function has no ID, the view set derives one.
    mutating func named(_ operation: OperationDeclaration, in view: ViewDeclaration) -> OperationDeclaration {
        var operation = operation
        if operation.action != nil, !operation.operationID.isWritten {
            operation.operationID = .stated(naming(of: view).id(ofFunction: operation.head.name))
        }
        return operation
    }

    /// Returns the path parameter for looking up the object, unless the view declares it.
    private mutating func lookupInput(of view: ViewDeclaration, _ subject: GenericSubject) -> [InputDeclaration] {
        let names = PathTemplate(view.path).parameterNames
        let isAboutOne = view.genericView?.actions.contains(where: \.isDetail) ?? false
        if isAboutOne, names.isEmpty {
            let key = subject.model?.model.primaryKey?.head.name ?? "id"
            error(
                "missing-lookup",
                "'\(view.head.name)' handles one object, but its path \"\(view.path)\" has no parameter for it",
                at: view.head.mark, help: "write '@View(\"\(view.path)/{\(key)}\")'")
        }
        guard isAboutOne, let name = names.last else { return [] }
        let declared = Set(view.inputs.filter { $0.source == .path }.map { view.wireName(of: $0) })
        if declared.contains(name) { return [] }
        if subject.model == nil, view.generic.queryset == nil {
            error(
                "missing-lookup", "'\(view.head.name)' declares no query set to find its object", at: view.head.mark,
                help: "add 'static let queryset = MyModel.objects.all()'")
        }
        return lookupInput(named: name, of: view, subject).map { [$0] } ?? []
    }

    mutating func lookupInput(
        named name: String?, of view: ViewDeclaration, _ subject: GenericSubject
    ) -> InputDeclaration? {
        guard let model = subject.model, let key = model.model.primaryKey else { return nil }
        let path = view.generic.lookup ?? FieldPath([key.head.name], mark: view.head.mark)
        if let root = path.root.flatMap({ symbols.model($0, in: [view.head.name]) }), root.path != model.path {
            let name = model.path.joined(separator: ".")
            error(
                "another-model", "'\(view.head.name)' queries '\(name)', but its lookup is a field of another model",
                at: path.mark, help: "write 'static let lookup = \\\(name).…'",
                related: ("the model is declared here", model.model.head.mark))
            return nil
        }
        guard path.names.count == 1 else {
            error(
                "lookup-of-another-model", "a lookup is a field of the queried model, not of a related one",
                at: path.mark, help: "end the key path at '\(path.name)'")
            return nil
        }
        guard let field = lookUp(path, in: model, keys: subject.keys) else { return nil }
        var input = InputDeclaration(
            DeclarationHead(name ?? field.wireName, documentation: field.property.head.documentation), .path,
            type: field.type)
        input.content.keywords = field.property.keywords.filter { $0.isConstraint || $0 == .format }
        return input
    }
}
