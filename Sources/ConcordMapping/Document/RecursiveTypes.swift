import ConcordDeclarations
import ConcordOutline

extension Scaffolder {
    /// Returns the declarations with `@Indirect` added where a value would otherwise contain itself.
    func breakingCycles(_ declarations: [TypeDeclaration]) -> [TypeDeclaration] {
        let declarations = withoutRecursiveAliases(declarations)
        let cycles = ContainmentGraph(declarations).cycles
        if cycles.isEmpty { return declarations }
        return declarations.map { declaration in
            guard let cycle = cycles[declaration.head.name] else { return declaration }
            return declaration.indirect(cycle)
        }
    }
}

/// Replaces each alias for an array or dictionary that contains itself with a struct around a `rawValue`, because Swift
/// rejects such an alias.
private func withoutRecursiveAliases(_ declarations: [TypeDeclaration]) -> [TypeDeclaration] {
    var mentioned: [String: Set<String>] = [:]
    for case .alias(let alias) in declarations {
        var names: Set<String> = []
        alias.type.addMentioned(to: &names)
        mentioned[alias.head.name] = names
    }
    let cycles = ContainmentGraph(edges: mentioned).cycles
    if cycles.isEmpty { return declarations }
    return declarations.map { declaration in
        guard case .alias(let alias) = declaration, cycles[alias.head.name] != nil else { return declaration }
        return .wrapper(WrapperDeclaration(alias.head, keywords: alias.keywords, type: alias.type))
    }
}

/// The graph of the types at file level that store a value of another type directly, not in an array, dictionary, or
/// reference.
private struct ContainmentGraph {
    /// The types of the same cycle, for each type in a cycle.
    let cycles: [String: Set<String>]

    init(_ declarations: [TypeDeclaration]) {
        var edges: [String: Set<String>] = [:]
        for declaration in declarations {
            Self.addHeld(by: declaration, to: &edges[declaration.head.name, default: []])
        }
        self.init(edges: edges)
    }

    init(edges: [String: Set<String>]) {
        cycles = Self.components(edges)
    }

    private static func addHeld(by declaration: TypeDeclaration, to held: inout Set<String>) {
        switch declaration {
        case .serializer(let serializer):
            for index in serializer.properties.indices { serializer.properties[index].type?.addHeld(to: &held) }
        case .union(let union):
            for index in union.cases.indices { union.cases[index].payload?.addHeld(to: &held) }
        case .wrapper(let wrapper): wrapper.type.addHeld(to: &held)
        case .alias(let alias): alias.type.addHeld(to: &held)
        default: break
        }
        for nested in declaration.nested { addHeld(by: nested, to: &held) }
    }

    /// Returns the strongly connected components (Tarjan's algorithm). It doesn't recurse, because the document
    /// determines how deep the graph is.
    private static func components(_ edges: [String: Set<String>]) -> [String: Set<String>] {
        var index: [String: Int] = [:]
        var low: [String: Int] = [:]
        var stack: [String] = []
        var onStack: Set<String> = []
        var result: [String: Set<String>] = [:]
        for root in edges.keys.sorted() where index[root] == nil {
            var work: [(name: String, rest: [String])] = []
            func enter(_ name: String) {
                index[name] = index.count
                low[name] = index[name]
                stack.append(name)
                onStack.insert(name)
                work.append((name, (edges[name] ?? []).filter { edges[$0] != nil }.sorted()))
            }
            enter(root)
            while let top = work.indices.last {
                let name = work[top].name
                // Modified in place, because copying the rest for each element would take quadratic time.
                if let next = work[top].rest.popLast() {
                    if index[next] == nil {
                        enter(next)
                    } else if onStack.contains(next) {
                        low[name] = min(low[name] ?? 0, index[next] ?? 0)
                    }
                    continue
                }
                work.removeLast()
                if let parent = work.last?.name { low[parent] = min(low[parent] ?? 0, low[name] ?? 0) }
                guard low[name] == index[name] else { continue }
                var members: Set<String> = []
                while let member = stack.popLast() {
                    onStack.remove(member)
                    members.insert(member)
                    if member == name { break }
                }
                let isCycle = members.count > 1 || edges[name]?.contains(name) == true
                if isCycle { for member in members { result[member] = members } }
            }
        }
        return result
    }
}

extension TypeExpression {
    /// Adds the names of the types whose values a value of this type stores directly.
    fileprivate func addHeld(to held: inout Set<String>) {
        switch self {
        case .optional(let wrapped): wrapped.addHeld(to: &held)
        case .named("Nullable", let arguments): arguments.first?.addHeld(to: &held)
        case .named(let name, _): held.insert(name)
        default: break
        }
    }

    /// Adds the names of all types that occur anywhere in this type.
    fileprivate func addMentioned(to names: inout Set<String>) {
        switch self {
        case .optional(let wrapped), .array(let wrapped), .dictionary(_, let wrapped): wrapped.addMentioned(to: &names)
        case .named(let name, let arguments):
            names.insert(name)
            for argument in arguments { argument.addMentioned(to: &names) }
        default: break
        }
    }

    /// Returns whether a type with this name occurs anywhere in this type.
    func mentions(_ name: String) -> Bool {
        switch self {
        case .optional(let wrapped), .array(let wrapped), .dictionary(_, let wrapped): wrapped.mentions(name)
        case .named(let other, let arguments): other == name || arguments.contains { $0.mentions(name) }
        default: false
        }
    }

    fileprivate func holds(_ names: Set<String>) -> Bool {
        var held: Set<String> = []
        addHeld(to: &held)
        return !held.isDisjoint(with: names)
    }
}

extension TypeDeclaration {
    fileprivate func indirect(_ cycle: Set<String>) -> TypeDeclaration {
        switch self {
        case .serializer(var serializer):
            for index in serializer.properties.indices where serializer.properties[index].type?.holds(cycle) == true {
                serializer.properties[index].isIndirect = true
            }
            serializer.nested = serializer.nested.map { $0.indirect(cycle) }
            return .serializer(serializer)
        case .union(var union):
            if union.cases.contains(where: { $0.payload?.holds(cycle) == true }) { union.isIndirect = true }
            union.nested = union.nested.map { $0.indirect(cycle) }
            return .union(union)
        case .wrapper(var wrapper):
            wrapper.nested = wrapper.nested.map { $0.indirect(cycle) }
            return .wrapper(wrapper)
        case .alias(let alias):
            return .wrapper(WrapperDeclaration(alias.head, keywords: alias.keywords, type: alias.type))
        default: return self
        }
    }
}
