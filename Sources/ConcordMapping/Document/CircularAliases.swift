import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline

extension Symbols {
    /// The errors for type aliases that contain themselves, such as `typealias Tree = [Tree]`.
    ///
    /// Swift rejects these aliases too, but the generator also reads code that is still being edited.
    var circularAliases: [Diagnostic] {
        all.compactMap { found in
            guard case .alias(let alias) = found.declaration, isCircular(found) else { return nil }
            let name = alias.head.name
            return Diagnostic(
                .error, "circular-alias", "'\(name)' refers to itself", at: alias.head.mark.position,
                help: "for a recursive type, use a struct with a 'rawValue'")
        }
    }

    private func isCircular(_ start: Found) -> Bool {
        var seen: Set<[String]> = []
        var waiting = aliases(in: start)
        while let next = waiting.popLast() {
            if next.path == start.path { return true }
            if seen.insert(next.path).inserted { waiting += aliases(in: next) }
        }
        return false
    }

    /// Returns the aliases that an alias names.
    private func aliases(in found: Found) -> [Found] {
        guard case .alias(let alias) = found.declaration else { return [] }
        return alias.type.paths.compactMap { find($0, in: Array(found.path.dropLast())) }
    }
}

extension TypeExpression {
    /// The paths of all types that this type names, as arrays of identifiers.
    fileprivate var paths: [[String]] {
        switch self {
        case .optional(let wrapped), .array(let wrapped): wrapped.paths
        case .dictionary(let key, let value): key.paths + value.paths
        case .named(let name, let arguments): [[name]] + arguments.flatMap(\.paths)
        case .member(let base, let name, let arguments):
            (base.path.map { [$0 + [name]] } ?? base.paths) + arguments.flatMap(\.paths)
        case .tuple(let types): types.flatMap(\.paths)
        default: []
        }
    }

    /// The number of types in this type expression, including itself.
    var size: Int {
        switch self {
        case .optional(let wrapped), .array(let wrapped): 1 + wrapped.size
        case .dictionary(let key, let value): 1 + key.size + value.size
        case .named(_, let arguments), .member(_, _, let arguments): arguments.reduce(1) { $0 + $1.size }
        case .tuple(let types): types.reduce(1) { $0 + $1.size }
        default: 1
        }
    }
}
