import ConcordYAML

/// A branch of a choice or a composition, which has no name in the document, and the place that its names are known by.
struct NamedBranch: Sendable {
    let node: Node
    /// What its type is called after.
    let word: String
    /// Whether the word is what tells the branch from the others.
    let isDistinct: Bool
    var place = ""

    var hint: NameHint { NameHint(word, at: place, isOneOfMany: true) }
}

/// Which branches have the names of which others of an earlier edition, and in what order new ones get theirs.
///
/// A branch is known by what it says: one that comes before it doesn't make it another.
struct BranchPlaces {
    /// The branches with their places, in the order of the document.
    private(set) var branches: [NamedBranch]
    /// The order in which they get their names, which is not that of the document: references first, and then what says less
    /// before what says more.
    let order: [Int]

    /// - Parameters:
    ///   - nodes: The branches.
    ///   - word: What the type of one is called after.
    ///   - earlier: The branches of the earlier edition.
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

    /// Gives each branch its place: that of the earlier one that it is, or one that no other has.
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

/// Pairs branches with those of an earlier edition: by what they say, and what is left by what they have become. Where several
/// could be meant, none is.
private struct BranchMatch {
    /// The index of the earlier branch.
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
        // What is left has changed, if there is no other of its type that it could be.
        pair(isOneOfMany: false) { $0.node["$ref"] == nil ? $0.node["type"] ?? .null : nil }
    }

    /// Pairs what has the same key; of several that have it the first with the first, or none.
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

    /// Pairs objects of which one has the properties of the other and more, each with the one that is most like it, if they say
    /// the same apart from that.
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

    /// More pairs than these are not looked at one by one.
    private static let most = 10_000

    /// How much of what both have is shared, in parts of a million; nothing where each has what the other has not.
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

    /// The place of the greatest, if there is one.
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
    /// The schema without what only tells about it, in an order that is not the document's.
    fileprivate func restriction(except keys: Set<String> = []) -> Node {
        guard let mapping else { return self }
        let others = keys.union(Self.annotations)
        let kept = mapping.entries.filter { !others.contains($0.key) && !$0.key.hasPrefix("x-") }
        return .mapping(Mapping(kept.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }))
    }

    private static let annotations: Set<String> = [
        "title", "description", "default", "example", "examples", "deprecated", "externalDocs", "xml",
    ]

    /// Whether this comes before another by what both say, or, where they say the same, by something else.
    fileprivate func says(_ other: Node, orNextTo isNext: @autoclosure () -> Bool) -> Bool {
        order(before: other) ?? isNext()
    }

    /// Whether this comes before another; nothing where they say the same.
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
