import ConcordDeclarations
import ConcordNames
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// A generic view that is equivalent to an explicit view.
struct GenericForm {
    var view: ViewDeclaration
    /// The actions that the view derives.
    var actions: [GenericAction]
    /// The app's own permissions that the view uses.
    var permissions: [ParticipantDeclaration]
    /// The components that the view derives without a declaration.
    var derivedComponents: Set<String> = []

    /// Whether the view derives all operations of the path, so that no functions remain.
    var isWhole: Bool { view.operations.isEmpty }
}

/// Determines which operations of a path a generic view derives exactly as a document has them.
struct GenericViewProof {
    private let program: Program
    private let generator: Generator
    private let version: OpenAPIVersion
    private let api: APIDeclaration
    private let document: Document
    private let views: [String: ViewDeclaration]
    private let names: Set<String>

    /// Creates a proof for a program, or returns `nil` if the program has no API.
    init?(_ program: Program, _ document: Document) {
        guard let api = program.apis.first else { return nil }
        self.program = program
        self.api = api
        self.document = document
        version = document.version
        var generator = Generator(program, version: version, of: api)
        _ = generator.problem()
        self.generator = generator
        var views: [String: ViewDeclaration] = [:]
        for case .view(let view) in program.declarations { views[view.head.name] = view }
        self.views = views
        names = Set(program.declarations.map(\.head.name))
    }

    /// Returns the view with as many operations derived as possible and functions for the others.
    ///
    /// - Parameter groups: The actions to try. The view derives either all actions of a group or none.
    /// - Returns: The generic view, or `nil` if it can derive no group.
    func generic(_ name: String, _ resource: ModelResource, among groups: [[GenericAction]]) -> GenericForm? {
        guard let view = views[name], let item = document.node["paths"]?[view.path],
            let model = generator.symbols.model(.named(resource.model), in: [])?.model
        else { return nil }
        let isDetail = groups.joined().contains { $0.isDetail }
        let inference = SettingsInference(item, view, resource, model, isDetail: isDetail, keys: keys(of: resource))
        if let request = inference.settings.requestSerializer, !isSerializer(request.type, of: resource) { return nil }
        let present = groups.filter { $0.allSatisfy { item[$0.key] != nil } }
        var best: GenericForm?
        for plain in candidates(view, resource, inference, isDetail: isDetail) {
            guard let form = fitted(plain, view, present, item, inference.permissions) else { continue }
            if form.actions.count > best?.actions.count ?? 0 { best = form }
        }
        return best
    }

    private func isSerializer(_ type: TypeExpression, of resource: ModelResource) -> Bool {
        guard case .serializer(let serializer)? = generator.symbols.resolve(type, in: [])?.declaration else {
            return false
        }
        return serializer.selection?.model == .named(resource.model)
    }

    private func keys(of resource: ModelResource) -> KeyStyle? {
        guard case .serializer(let serializer)? = generator.symbols.find([resource.serializer], in: [])?.declaration
        else {
            return nil
        }
        return serializer.keys
    }

    // MARK: Candidates

    /// Returns the generic views to try: with and without an explicit lookup field, and with each possible
    /// authentication.
    private func candidates(
        _ view: ViewDeclaration, _ resource: ModelResource, _ inference: SettingsInference, isDetail: Bool
    ) -> [ViewDeclaration] {
        var plain = view
        plain.generic = inference.settings
        if let base = inference.operationIDBase, base != baseName(of: resource) { plain.operationIDBase = base }
        var candidates = [plain]
        if isDetail, let key = PathTemplate(view.path).parameterNames.last {
            var short = plain
            short.inputs.removeAll { $0.source == .path && view.wireName(of: $0) == key }
            candidates.insert(short, at: 0)
        }
        return authentications(of: view).flatMap { authentication in
            candidates.map { candidate in
                var candidate = candidate
                candidate.authentication = authentication
                return candidate
            }
        }
    }

    /// Returns the name of a resource's serializer in operation IDs.
    private func baseName(of resource: ModelResource) -> String {
        generator.typeName(.named(resource.serializer))
    }

    /// Returns the authentications of the view's operations, also without the anonymous access that a permission may
    /// have added.
    private func authentications(of view: ViewDeclaration) -> [[SecurityRequirementDeclaration]?] {
        var found: [[SecurityRequirementDeclaration]?] = [view.authentication, nil]
        for stated in view.operations.compactMap(\.authentication) {
            found += [stated, stated.filter { !$0.schemes.isEmpty }]
        }
        var seen: Set<[SecurityRequirementDeclaration]?> = []
        return found.filter { seen.insert($0).inserted }
    }

    // MARK: Trying

    private func fitted(
        _ candidate: ViewDeclaration, _ explicit: ViewDeclaration, _ groups: [[GenericAction]], _ item: Node,
        _ permissions: [ParticipantDeclaration]
    ) -> GenericForm? {
        let all = form(candidate, explicit, groups, permissions)
        guard let derived = derive(all)?.items[explicit.path] else { return nil }
        let fitting = groups.filter { group in
            group.allSatisfy { isSame(derived.only($0.key), item.only($0.key)) }
        }
        guard !fitting.isEmpty else { return nil }
        var form = form(candidate, explicit, fitting, permissions)
        guard let derivation = derive(form), let derived = derivation.items[explicit.path], isSame(derived, item) else {
            return nil
        }
        form.derivedComponents = derivation.components
        return form
    }

    /// Returns the candidate with some actions, and with functions for the other operations.
    private func form(
        _ candidate: ViewDeclaration, _ explicit: ViewDeclaration, _ groups: [[GenericAction]],
        _ permissions: [ParticipantDeclaration]
    ) -> GenericForm {
        let actions = Array(groups.joined())
        let methods = Set(actions.map(\.method))
        var view = candidate
        view.inheritance = GenericView.protocols(doing: actions).map { .named($0) }
        view.operations = explicit.operations.filter { !methods.contains($0.method) }
        for index in view.operations.indices where candidate.authentication != explicit.authentication {
            view.operations[index].authentication = view.operations[index].authentication ?? explicit.authentication
        }
        if view.operations.isEmpty { view.nested = [] }
        if actions.allSatisfy({ !$0.isDetail }) { view.generic.lookup = nil }
        if !actions.contains(.list) { (view.generic.filters, view.generic.pagination) = (nil, nil) }
        return GenericForm(view: view, actions: actions, permissions: permissions)
    }

    /// Returns a view set that replaces both views, or `nil` if they differ in more than their actions.
    func viewSet(_ collection: GenericForm, _ detail: GenericForm, _ resource: ModelResource) -> GenericForm? {
        let name = resource.model + "ViewSet"
        let order = (api.views ?? []).compactMap { $0.type.path?.last }
        let actions = collection.actions + detail.actions
        guard collection.isWhole, detail.isWhole, !names.contains(name), let type = GenericView.viewSet(doing: actions),
            let place = order.firstIndex(of: resource.collection), order.dropFirst(place + 1).first == resource.detail,
            collection.view.isAlike(detail.view)
        else { return nil }
        var set = collection
        set.view.head.name = name
        set.view.inheritance = [.named(type)]
        set.actions = actions
        set.view.generic.lookup = detail.view.generic.lookup
        // Only the operations on one object show whether a condition is required.
        set.view.generic.conditionalRequests = detail.view.generic.conditionalRequests
        let paths = [resource.collection, resource.detail].compactMap { views[$0]?.path }
        guard let items = derive(set)?.items, items.count == paths.count else { return nil }
        for path in paths {
            guard let item = items[path], let stated = document.node["paths"]?[path], isSame(item, stated) else {
                return nil
            }
        }
        return set
    }

    private func derive(_ form: GenericForm) -> (items: [String: Node], components: Set<String>)? {
        var generator = generator
        if !form.permissions.isEmpty {
            let own = form.permissions.filter { !names.contains($0.head.name) }.map(TypeDeclaration.participant)
            generator = Generator(Program(program.declarations + own), version: version, of: api)
        }
        var items: [String: Node] = [:]
        for view in generator.explicit(form.view) { items[view.path] = generator.pathItem(view) }
        guard generator.diagnostics.isEmpty else { return nil }
        let components = Set(generator.output.derivedComponents.keys)
        return (items, components)
    }

    private func isSame(_ left: Node, _ right: Node) -> Bool {
        DocumentDifference(from: Document(pathItem: left), to: Document(pathItem: right)).isEmpty
    }
}

extension GenericAction {
    /// The key of the action's operation in a Path Item Object.
    fileprivate var key: String { method.lowercased() }
}

extension ViewDeclaration {
    /// Returns whether two generic views have the same settings, ignoring those that only lists have and those that
    /// only views of one object have.
    fileprivate func isAlike(_ other: ViewDeclaration) -> Bool {
        func rest(_ view: ViewDeclaration) -> ViewDeclaration {
            var rest = view
            rest.head = DeclarationHead("", documentation: view.head.documentation, fragments: view.head.fragments)
            rest.inheritance = []
            rest.generic.filters = nil
            rest.generic.pagination = nil
            rest.generic.lookup = nil
            rest.generic.conditionalRequests = nil
            rest.undeclared = []
            return rest
        }
        return rest(self) == rest(other)
    }
}

extension Node {
    /// Returns a Path Item Object with only one of its operations.
    fileprivate func only(_ method: String) -> Node {
        .mapping(Mapping(self[method].map { [.init(method, $0)] } ?? []))
    }
}

extension Document {
    /// Creates a document with one path.
    fileprivate init(pathItem item: Node) {
        self.init(.mapping(Mapping([.init("paths", .mapping(Mapping([.init("/", item)])))])))
    }
}
