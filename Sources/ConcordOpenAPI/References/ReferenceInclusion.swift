import ConcordYAML

/// A reference in a place where the specification has none.
struct MisplacedReference {
    var collected: CollectedReference
    /// The text of `$ref`, whose place tells the reference from all others.
    var value: Node
    /// Whether text stands here, which can be all of a file that is neither YAML nor JSON.
    var isText: Bool
    /// Whether it stands in an example, where it is data unless it names a file that is there.
    var isInData: Bool

    var place: Position { value.position }
}

/// Puts what misplaced references lead to where they stand.
///
/// What was put in a place may hold such references itself. They are replaced in the next round, after a walk has found
/// them.
struct ReferenceInclusion {
    /// Why a reference can't be replaced.
    struct Problem {
        var code: String
        var message: String
        var help: String?
    }

    /// The references that stay, since they lead nowhere or round in a circle.
    var failed: Set<Position> = []
    private var contents: [Position: Node] = [:]
    /// How many nodes may still be put in the place of references.
    private var budget = 2_000_000

    func isKnown(_ place: Position) -> Bool {
        contents[place] != nil || failed.contains(place)
    }

    /// Has a reference replaced in this round.
    mutating func add(_ target: Node, for reference: MisplacedReference) -> Problem? {
        budget -= target.count
        if target.holdsValue(at: reference.place) {
            failed.insert(reference.place)
            return Problem(
                code: "circular-reference", message: "'\(reference.collected.text)' leads back to itself",
                help: "write out what it is at one place of the circle")
        }
        guard budget > 0 else {
            failed.insert(reference.place)
            return Problem(
                code: "too-many-nodes", message: "references in the place of values stand for too many values",
                help: "share them as components")
        }
        contents[reference.place] = target
        return nil
    }

    mutating func endRound() {
        contents = [:]
    }

    /// A tree with this round's references replaced. What stands beside a reference wins over what it leads to.
    func applied(to node: Node) -> Node {
        switch node.value {
        case .sequence(let nodes): return Node(.sequence(nodes.map(applied)), at: node.position)
        case .mapping(var mapping):
            if let value = mapping["$ref"], let content = contents[value.position] {
                return merged(content, with: mapping, at: node.position)
            }
            for index in mapping.entries.indices {
                mapping.entries[index].value = applied(to: mapping.entries[index].value)
            }
            return Node(.mapping(mapping), at: node.position)
        default: return node
        }
    }

    private func merged(_ content: Node, with own: Mapping, at position: Position) -> Node {
        guard var mapping = content.mapping, own.count > 1 else { return content }
        for sibling in own.entries where sibling.key != "$ref" { mapping[sibling.key] = applied(to: sibling.value) }
        // A further reference is relative to the file that it stands in.
        return Node(.mapping(mapping), at: mapping["$ref"] == nil ? position : content.position)
    }
}

extension Node {
    /// The number of values in the node, itself among them.
    fileprivate var count: Int {
        switch value {
        case .sequence(let nodes): nodes.reduce(1) { $0 + $1.count }
        case .mapping(let mapping): mapping.entries.reduce(1) { $0 + $1.value.count }
        default: 1
        }
    }

    fileprivate func holdsValue(at place: Position) -> Bool {
        switch value {
        case .sequence(let nodes): nodes.contains { $0.holdsValue(at: place) }
        case .mapping(let mapping): mapping.entries.contains { $0.value.holdsValue(at: place) }
        default: position == place
        }
    }
}
