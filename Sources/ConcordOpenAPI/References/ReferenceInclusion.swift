import ConcordYAML

/// A reference in a place where the specification doesn't allow one.
struct MisplacedReference {
    var collected: CollectedReference
    /// The value of `$ref`, whose position identifies the reference.
    var value: Node
    /// Whether a string is expected, which can be the whole content of a file that is neither YAML nor JSON.
    var isText: Bool
    /// Whether the reference is in an example, where it is data unless it names an existing file.
    var isInData: Bool

    var place: Position { value.position }
}

/// Replaces misplaced references with their targets.
///
/// A target can contain such references itself. They are replaced in the next round, after a walk has found them.
struct ReferenceInclusion {
    /// The reason why a reference can't be replaced.
    struct Problem {
        var code: String
        var message: String
        var help: String?
    }

    /// The references that remain because they are invalid or circular.
    var failed: Set<Position> = []
    private var contents: [Position: Node] = [:]
    /// The number of nodes that may still be inserted.
    private var budget = 2_000_000

    func isKnown(_ place: Position) -> Bool {
        contents[place] != nil || failed.contains(place)
    }

    /// Adds a reference to be replaced in this round.
    mutating func add(_ target: Node, for reference: MisplacedReference) -> Problem? {
        budget -= target.count
        if target.holdsValue(at: reference.place) {
            failed.insert(reference.place)
            return Problem(
                code: "circular-reference", message: "'\(reference.collected.text)' refers back to itself",
                help: "replace one reference of the cycle with a value")
        }
        guard budget > 0 else {
            failed.insert(reference.place)
            return Problem(
                code: "too-many-nodes", message: "references in place of values expand to too many values",
                help: "move the shared parts to components")
        }
        contents[reference.place] = target
        return nil
    }

    mutating func endRound() {
        contents = [:]
    }

    /// Returns a tree with this round's references replaced. Siblings of a reference take precedence over its target.
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
        // A further reference is relative to the file that contains it.
        return Node(.mapping(mapping), at: mapping["$ref"] == nil ? position : content.position)
    }
}

extension Node {
    /// The number of values in the node, including itself.
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
