/// A pattern as a nondeterministic finite automaton (Thompson's construction). All of its states read each scalar at
/// the same time, so no scalar is read twice, and the time is bounded by the length of the string times the size of the
/// pattern.
struct PatternProgram: Sendable {
    private enum Instruction: Sendable {
        case scalar(ScalarSet)
        case split(Int, Int)
        case jump(Int)
        case start
        case end
        case wordBoundary(Bool)
        case match
    }

    /// The maximum number of instructions. Repetitions are expanded, and a larger pattern is left to another matcher.
    private static let largest = 20_000

    private var instructions: [Instruction] = []

    /// Creates the automaton of a pattern, or returns `nil` if it would be too large.
    init?(_ node: PatternNode) {
        guard append(node), instructions.count < Self.largest else { return nil }
        instructions.append(.match)
    }

    // MARK: Construction

    /// Appends a node. Returns whether it fits.
    private mutating func append(_ node: PatternNode) -> Bool {
        guard instructions.count < Self.largest else { return false }
        switch node {
        case .scalar(let set): instructions.append(.scalar(set))
        case .start: instructions.append(.start)
        case .end: instructions.append(.end)
        case .wordBoundary(let isThere): instructions.append(.wordBoundary(isThere))
        case .sequence(let nodes): return nodes.allSatisfy { append($0) }
        case .alternatives(let nodes): return append(alternatives: nodes)
        case .repeated(let node, let least, let most): return append(node, least: least, most: most)
        }
        return true
    }

    private mutating func append(alternatives nodes: [PatternNode]) -> Bool {
        var jumps: [Int] = []
        for (index, node) in nodes.enumerated() {
            let split = instructions.count
            let isLast = index == nodes.count - 1
            if !isLast { instructions.append(.split(split + 1, 0)) }
            guard append(node) else { return false }
            if isLast { break }
            jumps.append(instructions.count)
            instructions.append(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
        return true
    }

    private mutating func append(_ node: PatternNode, least: Int, most: Int?) -> Bool {
        guard max(least, most ?? 0) < Self.largest else { return false }
        for _ in 0..<least { guard append(node) else { return false } }
        guard let most else {
            let split = instructions.count
            instructions.append(.split(split + 1, 0))
            guard append(node) else { return false }
            instructions.append(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
            return true
        }
        var splits: [Int] = []
        for _ in least..<most {
            splits.append(instructions.count)
            instructions.append(.split(instructions.count + 1, 0))
            guard append(node) else { return false }
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
        return true
    }

    // MARK: Matching

    /// Returns whether the pattern matches anywhere in a string.
    func isFound(in text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var states = StateSet(capacity: instructions.count)
        var following = StateSet(capacity: instructions.count)
        for position in 0...scalars.count {
            // A match can also start here.
            if enter(0, scalars, position, &states) { return true }
            guard position < scalars.count else { return false }
            for state in states.members {
                guard case .scalar(let set) = instructions[state], set.contains(scalars[position]) else { continue }
                if enter(state + 1, scalars, position + 1, &following) { return true }
            }
            swap(&states, &following)
            following.removeAll()
        }
        return false
    }

    /// Adds a state and all states that follow without reading a scalar. Returns `true` if the match state is among
    /// them.
    private func enter(_ first: Int, _ scalars: [Unicode.Scalar], _ position: Int, _ states: inout StateSet) -> Bool {
        var pending = [first]
        while let state = pending.popLast() {
            guard states.insert(state) else { continue }
            switch instructions[state] {
            case .scalar: break
            case .match: return true
            case .jump(let target): pending.append(target)
            case .split(let first, let second): pending += [second, first]
            case .start: if position == 0 { pending.append(state + 1) }
            case .end: if position == scalars.count { pending.append(state + 1) }
            case .wordBoundary(let isThere):
                let before = position > 0 && ScalarSet.wordCharacters.contains(scalars[position - 1])
                let after = position < scalars.count && ScalarSet.wordCharacters.contains(scalars[position])
                if (before != after) == isThere { pending.append(state + 1) }
            }
        }
        return false
    }
}

/// The set of current states.
private struct StateSet {
    private(set) var members: [Int] = []
    private var contains: [Bool]

    init(capacity: Int) { contains = Array(repeating: false, count: capacity) }

    mutating func insert(_ state: Int) -> Bool {
        if contains[state] { return false }
        contains[state] = true
        members.append(state)
        return true
    }

    mutating func removeAll() {
        for member in members { contains[member] = false }
        members.removeAll(keepingCapacity: true)
    }
}
