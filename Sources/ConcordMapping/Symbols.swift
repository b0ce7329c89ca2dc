import ConcordDeclarations
import ConcordOutline

/// Finds the declaration that a name refers to in a scope, as Swift does: the innermost scope first.
struct Symbols: Sendable {
    /// The declarations at file level.
    private var fileLevel = Scope()
    /// The last components of all names, for a fast check, because most names that are looked up are those of scalars.
    private var ownNames: Set<String> = []

    /// The names at file level of imported declarations that the program does not hide.
    private var importedNames: Set<String> = []

    /// Whether any type of the program is in a namespace.
    private var hasNamespaces = false

    /// The declarations in one scope, and the scopes inside them.
    private struct Scope {
        var declared: [String: Found] = [:]
        /// The inner scopes of the declarations that have nested types.
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

    /// Adds a derived declaration and its nested types.
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

    /// A declaration and its path.
    struct Found {
        var declaration: TypeDeclaration
        var path: [String]

        /// Whether the declaration is at file level or in a namespace, so that it can be a component. A bare enum in a
        /// namespace is inline, as in any other type.
        var isFileLevel: Bool { path.count == 1 && !(declaration.isBareEnum && declaration.head.isInNamespace) }
    }

    init(_ program: Program) {
        // A type of the program hides an imported one of the same name, as in Swift.
        importedNames = Set(program.imported.map(\.head.name)).subtracting(program.declarations.map(\.head.name))
        hasNamespaces = (program.imported + program.declarations).contains { $0.head.isInNamespace }
        for declaration in program.imported + program.declarations + ReadyComponents.declarations(beside: program) {
            Self.add(declaration, to: &fileLevel, at: [], &ownNames)
        }
        // If an app declares no type `Problem`, the name refers to the built-in one.
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
        if declaration.head.isInNamespace, let last = name.split(separator: ".").last { ownNames.insert(String(last)) }
        scope.declared[name] = Found(declaration: declaration, path: path)
        for nested in declaration.nested { add(nested, to: &scope.inner[name, default: Scope()], at: path, &ownNames) }
    }

    /// Returns the type at file level whose schema is the component with this name.
    func component(_ name: String) -> Found? {
        fileLevel.declared.values.first {
            $0.declaration.section == "schemas" && $0.declaration.componentWireName == name
        }
    }

    /// Returns whether any declaration has this name.
    func isDeclared(_ name: String) -> Bool { ownNames.contains(name) }

    /// Returns whether an imported module declares a type.
    func isImported(_ type: TypeExpression) -> Bool {
        type.path.map { $0.count == 1 && importedNames.contains($0[0]) } ?? false
    }

    func find(_ path: [String], in scope: [String]) -> Found? {
        guard let name = path.last, isDeclared(name) else { return nil }
        for depth in stride(from: scope.count, to: 0, by: -1) {
            if let found = fileLevel.scope(at: scope[..<depth])?.find(path[...]) { return found }
        }
        return fileLevel.find(path[...]) ?? findQualified(path)
    }

    /// Finds a type in a namespace by a path whose first component is the outermost namespace.
    private func findQualified(_ path: [String]) -> Found? {
        guard hasNamespaces else { return nil }
        for length in stride(from: path.count, to: 1, by: -1) {
            let name = path[..<length].joined(separator: ".")
            if let found = fileLevel.find([name] + path[length...]) { return found }
        }
        return nil
    }

    /// All names, for suggesting the correct spelling.
    var names: [String] { names { _ in true } }

    /// The names of all models.
    var modelNames: [String] {
        names { if case .model = $0 { true } else { false } }
    }

    /// Returns the names of all participants of a kind.
    func participantNames(_ kind: ParticipantDeclaration.Kind) -> [String] {
        names { if case .participant(let found) = $0 { found.kind == kind } else { false } }
    }

    /// The names of all types that have a schema.
    var schemaNames: [String] { names { $0.isSchema } }

    /// The names of all declared security schemes.
    var securitySchemeNames: [String] {
        names { if case .securityScheme = $0 { true } else { false } }
    }

    /// The names of all views and groups of views.
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

    /// All declarations, sorted by path.
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
