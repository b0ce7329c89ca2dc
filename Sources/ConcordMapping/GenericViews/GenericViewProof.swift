import ConcordDeclarations
import ConcordNames
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// A generic view that states what an explicit one stated.
struct GenericForm {
    var view: ViewDeclaration
    /// What it derives.
    var actions: [GenericAction]
    /// The app's own permissions that it names.
    var permissions: [ParticipantDeclaration]
    /// The components that come of it without a declaration.
    var derivedComponents: Set<String> = []

    /// Whether nothing of the path is left to functions.
    var isWhole: Bool { view.operations.isEmpty }
}

/// Tries which operations of a path a generic view derives exactly as a document has them.
struct GenericViewProof {
    private let program: Program
    private let generator: Generator
    private let version: OpenAPIVersion
    private let api: APIDeclaration
    private let document: Document
    private let views: [String: ViewDeclaration]
    private let names: Set<String>

    /// Nothing for a program without an API.
    init?(_ program: Program, _ document: Document) {
        let apis = program.declarations.compactMap { if case .api(let api) = $0 { api } else { nil } }
        guard let api = apis.first else { return nil }
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

    /// The view with as many of its operations derived as can be, functions for the rest; nothing where none can.
    ///
    /// - Parameter groups: what the path can be generic in, each group all or nothing.
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

    /// The ways in which a view could be generic: with or without the key stated, and by what authentication.
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

    /// The name that operation ids have of a resource's serializer.
    private func baseName(of resource: ModelResource) -> String {
        generator.typeName(.named(resource.serializer))
    }

    /// What the view's operations ask for, which a permission may have added anonymous access to.
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

    /// The candidate with some actions, and functions for what these don't do.
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

    /// One view set in the place of both views; nothing where they differ in more than what they do.
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
    /// The key of its operation in a Path Item Object.
    fileprivate var key: String { method.lowercased() }
}

extension ViewDeclaration {
    /// Whether two generic views say the same, but for what lists alone have and for where they look an object up.
    fileprivate func isAlike(_ other: ViewDeclaration) -> Bool {
        func rest(_ view: ViewDeclaration) -> ViewDeclaration {
            var rest = view
            rest.head = DeclarationHead("", documentation: view.head.documentation, fragments: view.head.fragments)
            rest.inheritance = []
            rest.generic.filters = nil
            rest.generic.pagination = nil
            rest.generic.lookup = nil
            rest.undeclared = []
            return rest
        }
        return rest(self) == rest(other)
    }
}

extension Node {
    /// A Path Item Object with one of its operations alone.
    fileprivate func only(_ method: String) -> Node {
        .mapping(Mapping(self[method].map { [.init(method, $0)] } ?? []))
    }
}

extension Document {
    /// A document of one path.
    fileprivate init(pathItem item: Node) {
        self.init(.mapping(Mapping([.init("paths", .mapping(Mapping([.init("/", item)])))])))
    }
}
