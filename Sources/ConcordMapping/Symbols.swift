import ConcordDeclarations
import ConcordOutline

/// Finds the declaration that a name means at a place, as Swift does: innermost scope first.
struct Symbols: Sendable {
    /// The declarations at file level, by name.
    private var scopes: [String: Scope] = [:]
    /// The last parts of their names: most names that are looked up are those of scalars.
    private var ownNames: Set<String> = []

    /// A declaration, and by name those inside it.
    fileprivate struct Scope {
        var found: Found
        var nested: [String: Scope] = [:]

        subscript(path: ArraySlice<String>) -> Scope? {
            path.isEmpty ? self : nested.isEmpty ? nil : nested[path]
        }
    }

    init(_ program: Program) {
        for declaration in program.declarations + ReadyComponents.declarations(beside: program) {
            Self.add(declaration, to: &scopes, in: [], &ownNames)
        }
    }

    private static func add(
        _ declaration: TypeDeclaration, to scopes: inout [String: Scope], in path: [String],
        _ ownNames: inout Set<String>
    ) {
        let name = declaration.head.name
        let found = Found(declaration: declaration, path: path + [name])
        var scope = scopes[name] ?? Scope(found: found)
        scope.found = found
        for nested in declaration.nested { add(nested, to: &scope.nested, in: found.path, &ownNames) }
        scopes[name] = scope
        ownNames.insert(name)
    }

    /// Adds a declaration that was made of another one, with the types inside it.
    mutating func add(_ made: TypeDeclaration, in scope: [String]) {
        Self.add(made, to: &scopes, below: scope[...], &ownNames)
    }

    private static func add(
        _ made: TypeDeclaration, to scopes: inout [String: Scope], below rest: ArraySlice<String>,
        in path: [String] = [],
        _ ownNames: inout Set<String>
    ) {
        guard let name = rest.first else { return add(made, to: &scopes, in: path, &ownNames) }
        guard var scope = scopes[name] else { return }
        add(made, to: &scope.nested, below: rest.dropFirst(), in: path + [name], &ownNames)
        scopes[name] = scope
    }

    /// A declaration with the scope inside it.
    struct Found {
        var declaration: TypeDeclaration
        var path: [String]

        /// Whether it is at file level, and so a component if it is of a kind that makes one.
        var isFileLevel: Bool { path.count == 1 }
    }

    func find(_ path: [String], in scope: [String]) -> Found? {
        guard let name = path.last, ownNames.contains(name) else { return nil }
        for depth in stride(from: scope.count, to: 0, by: -1) {
            if let inner = scopes[scope[..<depth]]?[path[...]] { return inner.found }
        }
        return scopes[path[...]]?.found
    }

    /// The names that a slip may have meant.
    var names: [String] { names { _ in true } }

    /// The names of all models.
    var modelNames: [String] {
        names { if case .model = $0 { true } else { false } }
    }

    /// The names of all participants of a kind.
    func participantNames(_ kind: ParticipantDeclaration.Kind) -> [String] {
        names { if case .participant(let found) = $0 { found.kind == kind } else { false } }
    }

    /// The names of all types whose values go over the wire.
    var schemaNames: [String] { names { $0.isSchema } }

    /// The names of all ways to sign in that are declared.
    var securitySchemeNames: [String] {
        names { if case .securityScheme = $0 { true } else { false } }
    }

    /// The names of all views, and of groups of them.
    var viewNames: [String] {
        names {
            switch $0 {
            case .view, .include: true
            default: false
            }
        }
    }

    private func names(where isMeant: (TypeDeclaration) -> Bool) -> [String] {
        var names: [String] = []
        var waiting = Array(scopes.values)
        while let scope = waiting.popLast() {
            waiting += scope.nested.values
            let name = scope.found.path.joined(separator: ".")
            if !name.hasPrefix("$"), !name.contains("<"), isMeant(scope.found.declaration) { names.append(name) }
        }
        return names.sorted()
    }
}

extension [String: Symbols.Scope] {
    /// What a path leads to.
    fileprivate subscript(path: ArraySlice<String>) -> Symbols.Scope? {
        path.first.flatMap { self[$0]?[path.dropFirst()] }
    }
}

extension TypeDeclaration {
    fileprivate var isSchema: Bool {
        switch self {
        case .serializer, .union, .enumeration, .wrapper, .alias: true
        default: false
        }
    }
}
