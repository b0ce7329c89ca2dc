import ConcordDeclarations
import ConcordOutline

/// Finds the declaration that a name means at a place, as Swift does: innermost scope first.
struct Symbols: Sendable {
    private var declarations: [String: TypeDeclaration] = [:]
    /// The last parts of their names: most names that are looked up are those of scalars.
    private var ownNames: Set<String> = []
    private(set) var components: [String] = []

    init(_ program: Program) {
        for declaration in program.declarations + ReadyComponents.declarations(beside: program) {
            add(declaration, scope: [])
        }
    }

    private mutating func add(_ declaration: TypeDeclaration, scope: [String]) {
        let path = scope + [declaration.head.name]
        declarations[path.joined(separator: ".")] = declaration
        ownNames.insert(declaration.head.name)
        for nested in declaration.nested { add(nested, scope: path) }
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
        for depth in stride(from: scope.count, through: 0, by: -1) {
            let candidate = scope[..<depth] + path
            if let declaration = declarations[candidate.joined(separator: ".")] {
                return Found(declaration: declaration, path: Array(candidate))
            }
        }
        return nil
    }

    /// The names that a slip may have meant.
    var names: [String] { declarations.keys.filter { !$0.hasPrefix("$") }.sorted() }

    /// The names of all models.
    var modelNames: [String] {
        names.filter { if case .model? = declarations[$0] { true } else { false } }
    }

    /// The names of all participants of a kind.
    func participantNames(_ kind: ParticipantDeclaration.Kind) -> [String] {
        names.filter { if case .participant(let found)? = declarations[$0] { found.kind == kind } else { false } }
    }
}
