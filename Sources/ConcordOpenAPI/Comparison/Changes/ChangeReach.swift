import ConcordYAML

/// Records which operations use the compared schemas, so that a change in a shared schema lists all of them.
struct ChangeReach {
    /// The user of a pair of schemas: another pair, or an operation.
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

    /// Records the position of an operation in the comparison.
    mutating func note(operation: String) {
        if order[operation] == nil { order[operation] = order.count }
    }

    /// Returns the number of operations that were compared before an operation.
    func place(of operation: String) -> Int { order[operation] ?? .max }

    /// Records that a pair is part of the enclosing pair or, without one, of an operation.
    mutating func note(_ pair: SchemaPair, in operation: String?) {
        if let outer = open.last {
            users[pair, default: []].insert(.pair(outer))
        } else if let operation {
            users[pair, default: []].insert(.operation(operation))
        }
    }

    mutating func enter(_ pair: SchemaPair) { open.append(pair) }

    mutating func leave() { open.removeLast() }

    /// Records that a change is in the innermost pair.
    mutating func note(change index: Int) { places[index] = open.last }

    /// Returns the operations that a change affects.
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
    /// The changes without duplicates, each with all operations that it affects, in the order of the new document.
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

/// The identity of a change. A shared parameter or response is compared in each operation that uses it.
private struct ChangeIdentity: Hashable {
    private var change: Change

    /// Returns `nil` for a change without a position, because it can't be identified.
    init?(_ change: Change) {
        guard change.operation != nil, change.old != nil || change.new != nil else { return nil }
        self.change = change
        self.change.operation = nil
    }
}
