/// Matches a pattern with backreferences, which an automaton can't match.
///
/// Some patterns take exponential time with backtracking, so the number of steps is limited.
struct BacktrackingMatcher {
    /// The maximum number of steps of a match.
    private static let mostSteps = 200_000
    /// The maximum depth of the recursion.
    private static let deepest = 2_000

    private let scalars: [Unicode.Scalar]
    private var groups: [Int: Range<Int>] = [:]
    private var steps = 0
    private var depth = 0

    private struct Exhausted: Error {}
    private typealias Continuation = (inout BacktrackingMatcher, Int) throws -> Bool

    private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Returns whether a pattern matches anywhere in a string, or `nil` if matching takes too many steps.
    static func isFound(_ node: PatternNode, in text: String) -> Bool? {
        var matcher = BacktrackingMatcher(Array(text.unicodeScalars))
        do {
            for start in 0...matcher.scalars.count {
                matcher.groups = [:]
                if try matcher.match(node, at: start, { _, _ in true }) { return true }
            }
            return false
        } catch {
            return nil
        }
    }

    private mutating func match(
        _ node: PatternNode, at position: Int, _ next: Continuation
    ) throws -> Bool {
        (steps, depth) = (steps + 1, depth + 1)
        defer { depth -= 1 }
        guard steps <= Self.mostSteps, depth <= Self.deepest else { throw Exhausted() }
        switch node {
        case .scalar(let set):
            guard position < scalars.count, set.contains(scalars[position]) else { return false }
            return try next(&self, position + 1)
        case .start: return try position == 0 && next(&self, position)
        case .end: return try position == scalars.count && next(&self, position)
        case .wordBoundary(let isThere):
            return try scalars.isWordBoundary(position) == isThere && next(&self, position)
        case .sequence(let nodes): return try match(nodes[...], at: position, next)
        case .alternatives(let nodes):
            for node in nodes where try match(node, at: position, next) { return true }
            return false
        case .repeated(let node, let least, let most):
            return try match(node, least: least, most: most, at: position, next)
        case .group(let number, let node): return try match(group: number, node, at: position, next)
        case .look(let isAhead, let isNegated, let node):
            let isFound = try isAhead ? match(node, at: position) { _, _ in true } : matchBehind(node, position)
            return try isFound != isNegated && next(&self, position)
        case .backReference(let number):
            // A group that has not matched equals the empty string.
            let captured = groups[number].map { scalars[$0] } ?? []
            guard scalars[position...].starts(with: captured) else { return false }
            return try next(&self, position + captured.count)
        }
    }

    private mutating func match(
        _ nodes: ArraySlice<PatternNode>, at position: Int, _ next: Continuation
    ) throws -> Bool {
        guard let first = nodes.first else { return try next(&self, position) }
        return try match(first, at: position) { (matcher, end) throws in
            try matcher.match(nodes.dropFirst(), at: end, next)
        }
    }

    private mutating func match(
        _ node: PatternNode, least: Int, most: Int?, at position: Int, _ next: Continuation
    ) throws -> Bool {
        if most != 0 {
            let isFound = try match(node, at: position) { (matcher, end) throws in
                // Repeating an empty match would not terminate.
                if end == position, least == 0 { return false }
                return try matcher.match(
                    node, least: max(least - 1, 0), most: most.map { $0 - 1 }, at: end, next)
            }
            if isFound { return true }
        }
        return try least == 0 && next(&self, position)
    }

    private mutating func match(
        group number: Int, _ node: PatternNode, at position: Int, _ next: Continuation
    ) throws -> Bool {
        let before = groups[number]
        let isFound = try match(node, at: position) { (matcher, end) throws in
            let inner = matcher.groups[number]
            matcher.groups[number] = position..<end
            if try next(&matcher, end) { return true }
            matcher.groups[number] = inner
            return false
        }
        if !isFound { groups[number] = before }
        return isFound
    }

    private mutating func matchBehind(_ node: PatternNode, _ position: Int) throws -> Bool {
        for start in (0...position).reversed() {
            if try match(node, at: start, { _, end in end == position }) { return true }
        }
        return false
    }
}
