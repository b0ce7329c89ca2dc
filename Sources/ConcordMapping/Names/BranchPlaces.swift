import ConcordYAML

/// A branch of a `oneOf`, `anyOf`, or `allOf`. Branches have no name in the document, so a place identifies their Swift
/// names.
struct NamedBranch: Sendable {
    let node: Node
    /// The string that the name of the branch's type is derived from.
    let word: String
    /// Whether the word distinguishes the branch from the others.
    let isDistinct: Bool
    var place = ""

    var hint: NameHint { NameHint(word, at: place, isOneOfMany: true) }
}

/// Pairs branches with the branches of an earlier document, and determines the order in which new branches get names.
///
/// A branch is identified by its content, so that a branch inserted before it doesn't change its name.
struct BranchPlaces {
    /// The branches with their places, in the order of the document.
    private(set) var branches: [NamedBranch]
    /// The order in which branches get their names, which differs from the document's: references first, then smaller
    /// schemas before larger ones.
    let order: [Int]

    /// Pairs branches with those of an earlier document.
    ///
    /// - Parameters:
    ///   - nodes: The schemas of the branches.
    ///   - word: Returns the word for a branch, and whether it is distinct.
    ///   - earlier: The branches of the earlier document.
    init(
        _ nodes: [Node], calledAfter word: (Node) -> (word: String, isDistinct: Bool),
        keeping earlier: [NamedBranch] = []
    ) {
        branches = nodes.map { node in
            let (word, isDistinct) = word(node)
            return NamedBranch(node: node, word: word, isDistinct: isDistinct)
        }
        let references = nodes.indices.filter { nodes[$0]["$ref"] != nil }
        let others = nodes.indices.filter { nodes[$0]["$ref"] == nil }
        order = references + others.sorted { nodes[$0].says(nodes[$1], orNextTo: $0 < $1) }
        find(BranchMatch(branches, earlier), earlier)
    }

    /// Gives each branch the place of the earlier branch that it matches, or else an unused place.
    private mutating func find(_ match: BranchMatch, _ earlier: [NamedBranch]) {
        var taken = Set(earlier.map(\.place))
        var number = 0
        for index in branches.indices {
            if let found = match.indices[index] {
                branches[index].place = earlier[found].place
                continue
            }
            repeat {
                number += 1
                branches[index].place = "branch \(number)"
            } while !taken.insert(branches[index].place).inserted
        }
    }
}

/// Pairs branches with those of an earlier document, first by equal content and then by similarity. Ambiguous pairs are
/// left unmatched.
private struct BranchMatch {
    /// The index of the matching earlier branch, for each branch.
    private(set) var indices: [Int?]
    private var rest: Set<Int>
    private let branches: [NamedBranch]
    private let earlier: [NamedBranch]

    init(_ branches: [NamedBranch], _ earlier: [NamedBranch]) {
        self.branches = branches
        self.earlier = earlier
        indices = branches.map { _ in nil }
        rest = Set(earlier.indices)
        if earlier.isEmpty { return }
        pair(isOneOfMany: true) { $0.node }
        pair(isOneOfMany: false) { [$0.node.restriction(), .string($0.isDistinct ? $0.word : "")] }
        pair(isOneOfMany: false) { $0.isDistinct ? $0.word : nil }
        pair(isOneOfMany: false) { $0.node.restriction() }
        pairGrown()
        // A branch that remains is a changed version of the only remaining earlier branch with the same type.
        pair(isOneOfMany: false) { $0.node["$ref"] == nil ? $0.node["type"] ?? .null : nil }
    }

    /// Pairs branches that have the same key. If several branches share a key, they are paired in order if
    /// `isOneOfMany` is `true`, and otherwise not at all.
    private mutating func pair<Key: Hashable>(isOneOfMany: Bool, by key: (NamedBranch) -> Key?) {
        let open = indices.indices.filter { indices[$0] == nil }
        if rest.isEmpty || open.isEmpty { return }
        let old = Dictionary(grouping: rest.sorted()) { key(earlier[$0]) }
        for (key, group) in Dictionary(grouping: open, by: { key(branches[$0]) }) {
            guard let key, let candidates = old[key], isOneOfMany || (candidates.count == 1 && group.count == 1) else {
                continue
            }
            for (index, found) in zip(group, candidates) { take(index, found) }
        }
    }

    /// Pairs object schemas if the properties of one are a subset of the other's and the schemas are otherwise equal.
    /// Each is paired with the most similar one.
    private mutating func pairGrown() {
        let open = indices.indices.filter { indices[$0] == nil && branches[$0].node["properties"] != nil }
        let old = rest.sorted().filter { earlier[$0].node["properties"] != nil }
        guard open.count * old.count <= Self.most else { return }
        let likeness = open.map { new in old.map { Self.likeness(earlier[$0].node, branches[new].node) } }
        for (row, index) in open.enumerated() {
            guard let column = Self.best(likeness[row]), Self.best(likeness.map { $0[column] }) == row else { continue }
            take(index, old[column])
        }
    }

    /// The maximum number of pairs that are compared one by one.
    private static let most = 10_000

    /// Returns the share of common properties in millionths, or 0 if neither schema's properties are a subset of the
    /// other's.
    private static func likeness(_ first: Node, _ second: Node) -> Int {
        guard
            first.restriction(except: ["properties", "required"])
                == second.restriction(except: ["properties", "required"])
        else { return 0 }
        let old = Set(first["properties"]?.mapping?.keys ?? [])
        let new = Set(second["properties"]?.mapping?.keys ?? [])
        guard !old.isEmpty, !new.isEmpty, old.isSubset(of: new) || new.isSubset(of: old) else { return 0 }
        return min(old.count, new.count) * 1_000_000 / max(old.count, new.count)
    }

    /// Returns the index of the maximum if it is unique and positive.
    private static func best(_ numbers: [Int]) -> Int? {
        guard let most = numbers.max(), most > 0, numbers.count(where: { $0 == most }) == 1 else { return nil }
        return numbers.firstIndex(of: most)
    }

    private mutating func take(_ index: Int, _ found: Int) {
        indices[index] = found
        rest.remove(found)
    }
}

extension Node {
    /// Returns the schema without annotations and extensions, with its keys sorted.
    fileprivate func restriction(except keys: Set<String> = []) -> Node {
        guard let mapping else { return self }
        let others = keys.union(Self.annotations)
        let kept = mapping.entries.filter { !others.contains($0.key) && !$0.key.hasPrefix("x-") }
        return .mapping(Mapping(kept.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }))
    }

    private static let annotations: Set<String> = [
        "title", "description", "default", "example", "examples", "deprecated", "externalDocs", "xml",
    ]

    /// Returns whether this schema precedes another by content or, if they are equal, by another criterion.
    fileprivate func says(_ other: Node, orNextTo isNext: @autoclosure () -> Bool) -> Bool {
        order(before: other) ?? isNext()
    }

    /// Returns whether this node precedes another, or `nil` if they are equal.
    private func order(before other: Node) -> Bool? {
        switch (value, other.value) {
        case (.mapping(let left), .mapping(let right)):
            if left.count != right.count { return left.count < right.count }
            let entries = zip(left.ordered, right.ordered)
            return entries.lazy.compactMap { Self.precedes($0.key, $1.key) ?? $0.value.order(before: $1.value) }.first
        case (.sequence(let left), .sequence(let right)):
            if left.count != right.count { return left.count < right.count }
            return zip(left, right).lazy.compactMap { $0.order(before: $1) }.first
        case (.number(let left), .number(let right)):
            guard let first = Double(left), let second = Double(right), first != second else {
                return Self.precedes(left, right)
            }
            return first < second
        default: return Self.precedes(text, other.text)
        }
    }

    private static func precedes(_ left: String, _ right: String) -> Bool? {
        left == right ? nil : left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private var text: String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let text), .string(let text): text
        case .sequence: "["
        case .mapping: "{"
        }
    }
}

extension Mapping {
    fileprivate var ordered: [Entry] { entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } }
}
