import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline

/// A resource whose schemas are serializers of a model.
struct ModelResource {
    /// The serializer of the objects that are retrieved.
    let serializer: String
    /// The name of the model.
    let model: String
    /// The field that the last parameter of the path looks up.
    let lookup: String
    /// Whether the lookup field is the primary key.
    let isKey: Bool
    /// The name of the view that lists the objects.
    let collection: String
    /// The name of the view that retrieves an object.
    let detail: String

    init(_ resource: Resource, serializer: String) {
        self.serializer = serializer
        model = resource.type
        lookup = resource.lookup
        isKey = resource.lookup == resource.key
        collection = resource.collection.head.name
        detail = resource.detail.head.name
    }
}

/// A program in which generic views and view sets replace explicit operations on resources.
struct GenericViewScaffolding {
    /// The declarations. They are the original ones if no generic view represents the same document.
    private(set) var program: Program
    private let original: Document

    /// Replaces the operations on each resource with a generic view that derives them, as long as the result represents
    /// exactly the same document.
    init(_ program: Program, _ resources: [ModelResource], stating document: Document) {
        self.program = program
        original = document
        guard let proof = GenericViewProof(program, document) else { return }
        let holding = holding(resources.compactMap { GenericResource($0, proof) }, beside: [])
        guard !holding.isEmpty else { return }
        self.program = program.replacing(holding)
        let problems = self.program.declaredComponents([ReadyComponents.problemName])
        self.program = dropping(problems, from: self.program) ?? self.program
    }

    /// Returns the candidates that leave the document unchanged. Bisection finds them quickly, because usually all do.
    private func holding(_ candidates: [GenericResource], beside chosen: [GenericResource]) -> [GenericResource] {
        guard !candidates.isEmpty else { return [] }
        if statesOriginal(program.replacing(chosen + candidates)) { return candidates }
        guard candidates.count > 1 else { return [] }
        let middle = candidates.count / 2
        let first = holding(Array(candidates[..<middle]), beside: chosen)
        return first + holding(Array(candidates[middle...]), beside: chosen + first)
    }

    /// Returns the program without some declarations, or `nil` if the document changes without them.
    private func dropping(_ names: Set<String>, from program: Program) -> Program? {
        guard !names.isEmpty else { return nil }
        let smaller = program.without(names)
        return statesOriginal(smaller) ? smaller : nil
    }

    /// Returns whether the Swift code of a program represents the original document.
    private func statesOriginal(_ program: Program) -> Bool {
        let reading = Program.read(FileLayout(program).files)
        guard reading.diagnostics.isEmpty else { return false }
        let generated = Document.generate(from: reading.program)
        guard generated.diagnostics.isEmpty, let document = generated.document else { return false }
        return DocumentDifference(from: original, to: document).isEmpty
    }
}

/// A resource with generic views instead of explicit ones.
private struct GenericResource {
    /// The replacement for each view, keyed by its name. The value is `nil` for a view that a view set includes.
    private(set) var replacements: [String: ViewDeclaration?] = [:]
    /// The app's own permissions that the views use.
    private(set) var permissions: [ParticipantDeclaration] = []
    /// The components that the views derive without a declaration.
    private(set) var derivedComponents: Set<String> = []

    /// Creates the generic views of a resource, or returns `nil` if no operation can be derived.
    init?(_ resource: ModelResource, _ proof: GenericViewProof) {
        let collection = proof.generic(resource.collection, resource, among: [[.list], [.create]])
        let detail = proof.generic(
            resource.detail, resource, among: [[.retrieve], [.update, .partialUpdate], [.destroy]])
        if let collection, let detail, let set = proof.viewSet(collection, detail, resource) {
            replacements = [resource.collection: set.view, resource.detail: nil]
        } else {
            if let collection { replacements[resource.collection] = collection.view }
            if let detail { replacements[resource.detail] = detail.view }
        }
        guard !replacements.isEmpty else { return nil }
        for form in [collection, detail] {
            permissions += form?.permissions ?? []
            derivedComponents.formUnion(form?.derivedComponents ?? [])
        }
    }
}

extension Program {
    /// Returns the names of the types at file level that declare the components with these names.
    fileprivate func declaredComponents(_ names: Set<String>) -> Set<String> {
        Set(
            declarations.filter { $0.section == "schemas" && names.contains($0.componentWireName) }.map(\.head.name))
    }

    /// Returns the program with generic views, and without the components that they derive.
    fileprivate func replacing(_ resources: [GenericResource]) -> Program {
        let derived = resources.reduce(into: Set<String>()) { $0.formUnion($1.derivedComponents) }
        return withViews(of: resources).without(declaredComponents(derived))
    }

    private func withViews(of resources: [GenericResource]) -> Program {
        let replacements = resources.reduce(into: [:]) { $0.merge($1.replacements) { first, _ in first } }
        var program = self
        program.declarations = declarations.flatMap { declaration -> [TypeDeclaration] in
            switch declaration {
            case .view(let view):
                guard let replacement = replacements[view.head.name] else { return [declaration] }
                return replacement.map { [.view($0)] } ?? []
            case .api(var api):
                api.views = api.views?.compactMap { use in
                    guard let replacement = use.type.path?.last.flatMap({ replacements[$0] }) else { return use }
                    return replacement.map { .init(.named($0.head.name)) }
                }
                return [.api(api)]
            default: return [declaration]
            }
        }
        var names = Set(declarations.map(\.head.name))
        for permission in resources.flatMap(\.permissions) where names.insert(permission.head.name).inserted {
            program.declarations.append(.participant(permission))
        }
        return program
    }

    fileprivate func without(_ names: Set<String>) -> Program {
        var program = self
        program.declarations = declarations.compactMap { declaration in
            guard case .api(var api) = declaration else {
                return names.contains(declaration.head.name) ? nil : declaration
            }
            api.components.removeAll { $0.type.path?.last.map(names.contains) ?? false }
            return .api(api)
        }
        return program
    }
}
