import ConcordDeclarations
import ConcordOutline

/// Finds the declaration that a name means at a place, as Swift does: innermost scope first.
struct Symbols: Sendable {
    /// What stands at file level.
    private var fileLevel = Scope()
    /// The last parts of all names: most names that are looked up are those of scalars.
    private var ownNames: Set<String> = []

    /// What is declared in one place, and what is declared inside that.
    private struct Scope {
        var declared: [String: Found] = [:]
        /// Only of declarations that have some inside.
        var inner: [String: Scope] = [:]

        func find(_ path: ArraySlice<String>) -> Found? {
            guard let name = path.first else { return nil }
            return path.count == 1 ? declared[name] : inner[name]?.find(path.dropFirst())
        }

        func scope(at path: ArraySlice<String>) -> Scope? {
            guard let name = path.first else { return self }
            return inner[name]?.scope(at: path.dropFirst())
        }
    }

    /// Adds a declaration that was made of another one, with the types inside it.
    mutating func add(_ made: TypeDeclaration, in scope: [String]) {
        Self.add(made, to: &fileLevel, below: scope[...], at: [], &ownNames)
    }

    private static func add(
        _ made: TypeDeclaration, to scope: inout Scope, below rest: ArraySlice<String>, at outer: [String],
        _ ownNames: inout Set<String>
    ) {
        guard let name = rest.first else { return add(made, to: &scope, at: outer, &ownNames) }
        add(made, to: &scope.inner[name, default: Scope()], below: rest.dropFirst(), at: outer + [name], &ownNames)
    }

    /// A declaration with the scope inside it.
    struct Found {
        var declaration: TypeDeclaration
        var path: [String]

        /// Whether it is at file level, and so a component if it is of a kind that makes one.
        var isFileLevel: Bool { path.count == 1 }
    }

    init(_ program: Program) {
        for declaration in program.declarations + ReadyComponents.declarations(beside: program) {
            Self.add(declaration, to: &fileLevel, at: [], &ownNames)
        }
        // An app that declares no problem of its own means the ready one.
        let problem = ReadyComponents.problemName
        if fileLevel.declared[problem] == nil, let ready = fileLevel.declared["$" + problem] {
            fileLevel.declared[problem] = ready
            ownNames.insert(problem)
        }
    }

    private static func add(
        _ declaration: TypeDeclaration, to scope: inout Scope, at outer: [String], _ ownNames: inout Set<String>
    ) {
        let name = declaration.head.name
        let path = outer + [name]
        ownNames.insert(name)
        scope.declared[name] = Found(declaration: declaration, path: path)
        for nested in declaration.nested { add(nested, to: &scope.inner[name, default: Scope()], at: path, &ownNames) }
    }

    /// The type at file level whose schema is the component of this name.
    func component(_ name: String) -> Found? {
        fileLevel.declared.values.first {
            $0.declaration.section == "schemas" && $0.declaration.componentWireName == name
        }
    }

    /// Whether anything anywhere has this name.
    func isDeclared(_ name: String) -> Bool { ownNames.contains(name) }

    func find(_ path: [String], in scope: [String]) -> Found? {
        guard let name = path.last, isDeclared(name) else { return nil }
        for depth in stride(from: scope.count, to: 0, by: -1) {
            if let found = fileLevel.scope(at: scope[..<depth])?.find(path[...]) { return found }
        }
        return fileLevel.find(path[...])
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
        let meant = all.filter { isMeant($0.declaration) }
        return meant.map { $0.path.joined(separator: ".") }.filter { !$0.hasPrefix("$") && !$0.contains("<") }.sorted()
    }

    /// Everything that is declared, by name.
    var all: [Found] {
        var all: [Found] = []
        var waiting = [fileLevel]
        while let scope = waiting.popLast() {
            waiting += scope.inner.values
            all += scope.declared.values
        }
        return all.sorted { $0.path.lexicographicallyPrecedes($1.path) }
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
