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
        /// Passes at the positions at which a lookaround matches, or at all others if it is negated.
        case look(Int, isNegated: Bool)
        case match
    }

    /// The maximum number of instructions. Repetitions are expanded, and a larger pattern is left to another matcher.
    private static let largest = 20_000

    private var instructions: [Instruction] = []
    /// The automata of lookarounds. They run first and find the positions at which each lookaround matches.
    private var looks: [PatternProgram] = []
    /// Whether the automaton reads a string from its end, as that of a lookahead does.
    private let isReversed: Bool

    /// Creates the automaton of a pattern, or returns `nil` if it would be too large, or if the pattern has
    /// backreferences.
    init?(_ node: PatternNode) { self.init(node, isReversed: false) }

    private init?(_ node: PatternNode, isReversed: Bool) {
        self.isReversed = isReversed
        guard append(node), size < Self.largest else { return nil }
        instructions.append(.match)
    }

    /// The number of instructions, including those of lookarounds.
    private var size: Int { instructions.count + sizeOfLooks }
    private var sizeOfLooks = 0

    // MARK: Construction

    /// Appends a node. Returns whether it fits.
    private mutating func append(_ node: PatternNode) -> Bool {
        guard size < Self.largest else { return false }
        switch node {
        case .scalar(let set): instructions.append(.scalar(set))
        case .start: instructions.append(.start)
        case .end: instructions.append(.end)
        case .wordBoundary(let isThere): instructions.append(.wordBoundary(isThere))
        case .sequence(let nodes):
            return (isReversed ? nodes.reversed() : nodes).allSatisfy { append($0) }
        case .group(_, let node): return append(node)
        case .look(let isAhead, let isNegated, let node):
            // Reading backward ends at the position where a lookahead starts.
            guard let look = PatternProgram(node, isReversed: isAhead) else { return false }
            instructions.append(.look(looks.count, isNegated: isNegated))
            looks.append(look)
            sizeOfLooks += look.size
        case .backReference: return false
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
        run(on: Array(text.unicodeScalars)) { _ in false } != nil
    }

    /// Returns the positions at which a match ends.
    private func ends(in scalars: [Unicode.Scalar]) -> [Bool] {
        var ends = Array(repeating: false, count: scalars.count + 1)
        _ = run(on: scalars) { position in
            ends[position] = true
            return true
        }
        return ends
    }

    /// Reads a string, and calls a closure at each position where a match ends, until it returns `false`.
    ///
    /// - Returns: The position at which it returned `false`.
    private func run(on scalars: [Unicode.Scalar], _ onMatch: (Int) -> Bool) -> Int? {
        let reading = Reading(scalars: scalars, looks: looks.map { $0.ends(in: scalars) })
        var states = StateSet(capacity: instructions.count)
        var following = StateSet(capacity: instructions.count)
        for step in 0...scalars.count {
            let position = isReversed ? scalars.count - step : step
            // A match can also start here.
            enter(0, reading, position, &states)
            if states.isMatch, !onMatch(position) { return position }
            guard step < scalars.count else { return nil }
            let scalar = scalars[isReversed ? position - 1 : position]
            for state in states.members {
                guard case .scalar(let set) = instructions[state], set.contains(scalar) else { continue }
                enter(state + 1, reading, isReversed ? position - 1 : position + 1, &following)
            }
            swap(&states, &following)
            following.removeAll()
        }
        return nil
    }

    /// A string, and for each lookaround the positions at which it matches.
    private struct Reading {
        let scalars: [Unicode.Scalar]
        let looks: [[Bool]]
    }

    /// Adds a state and all states that follow without reading a scalar.
    private func enter(_ first: Int, _ reading: Reading, _ position: Int, _ states: inout StateSet) {
        var pending = [first]
        while let state = pending.popLast() {
            guard states.insert(state) else { continue }
            switch instructions[state] {
            case .scalar: break
            case .match: states.isMatch = true
            case .jump(let target): pending.append(target)
            case .split(let first, let second): pending += [second, first]
            case .start: if position == 0 { pending.append(state + 1) }
            case .end: if position == reading.scalars.count { pending.append(state + 1) }
            case .wordBoundary(let isThere):
                if reading.scalars.isWordBoundary(position) == isThere { pending.append(state + 1) }
            case .look(let index, let isNegated):
                if reading.looks[index][position] != isNegated { pending.append(state + 1) }
            }
        }
    }
}

extension [Unicode.Scalar] {
    /// Returns whether a word starts or ends before the scalar at an index.
    func isWordBoundary(_ index: Int) -> Bool {
        let before = index > 0 && ScalarSet.wordCharacters.contains(self[index - 1])
        let after = index < count && ScalarSet.wordCharacters.contains(self[index])
        return before != after
    }
}

/// The set of current states.
private struct StateSet {
    private(set) var members: [Int] = []
    /// Whether the match state is in the set.
    var isMatch = false
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
        isMatch = false
        members.removeAll(keepingCapacity: true)
    }
}
