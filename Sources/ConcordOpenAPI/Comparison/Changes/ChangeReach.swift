import ConcordYAML

/// Which operations use the schemas that are compared, so that a change in a shared schema names all of them.
struct ChangeReach {
    /// What uses a pair of schemas: another pair, or an operation.
    private enum User: Hashable {
        case pair(SchemaPair)
        case operation(String)
    }

    private var users: [SchemaPair: Set<User>] = [:]
    private var order: [String: Int] = [:]
    /// The enclosing pairs, innermost last.
    private var open: [SchemaPair] = []
    /// The innermost pair around each change, by the index of the change.
    private var places: [Int: SchemaPair] = [:]

    /// Notes that an operation is compared after those before.
    mutating func note(operation: String) {
        if order[operation] == nil { order[operation] = order.count }
    }

    /// How many operations were compared before an operation.
    func place(of operation: String) -> Int { order[operation] ?? .max }

    /// Notes that a pair is met in the pair around it, or else in an operation.
    mutating func note(_ pair: SchemaPair, in operation: String?) {
        if let outer = open.last {
            users[pair, default: []].insert(.pair(outer))
        } else if let operation {
            users[pair, default: []].insert(.operation(operation))
        }
    }

    mutating func enter(_ pair: SchemaPair) { open.append(pair) }

    mutating func leave() { open.removeLast() }

    /// Notes that a change is in the innermost pair.
    mutating func note(change index: Int) { places[index] = open.last }

    /// The operations that a change concerns.
    func operations(ofChange index: Int) -> Set<String> {
        guard let place = places[index] else { return [] }
        var seen: Set<SchemaPair> = [place]
        var waiting = [place]
        var operations: Set<String> = []
        while let pair = waiting.popLast() {
            for user in users[pair] ?? [] {
                switch user {
                case .operation(let name): operations.insert(name)
                case .pair(let outer): if seen.insert(outer).inserted { waiting.append(outer) }
                }
            }
        }
        return operations
    }
}

extension DocumentComparison {
    /// The changes, each once, with all operations that it concerns in the order of the new document.
    var changesWithReach: [Change] {
        var places: [ChangeIdentity: Int] = [:]
        var merged: [Change] = []
        var operations: [Set<String>] = []
        for (index, change) in changes.enumerated() {
            var concerned = reach.operations(ofChange: index)
            if let operation = change.operation { concerned.insert(operation) }
            let identity = ChangeIdentity(change)
            if let identity, let place = places[identity] {
                operations[place].formUnion(concerned)
                continue
            }
            if let identity { places[identity] = merged.count }
            merged.append(change)
            operations.append(concerned)
        }
        for index in merged.indices {
            guard let first = merged[index].operation else { continue }
            merged[index].otherOperations = operations[index].subtracting([first]).sorted {
                (reach.place(of: $0), $0) < (reach.place(of: $1), $1)
            }
        }
        return merged
    }
}

/// What tells a change from all others. A shared parameter or response is compared in each operation that uses it.
private struct ChangeIdentity: Hashable {
    private var change: Change

    /// Nothing tells a change without a place from another one.
    init?(_ change: Change) {
        guard change.operation != nil, change.old != nil || change.new != nil else { return nil }
        self.change = change
        self.change.operation = nil
    }
}
