extension Node {
    /// Returns whether two nodes are equal as JSON: numbers are compared by value (`1` and `1.0`), and the order of
    /// keys is ignored.
    public func isEquivalent(to other: Node) -> Bool {
        switch (value, other.value) {
        case (.number(let a), .number(let b)):
            return a.hasSameBytes(as: b) || Decimal(a).map { $0 == Decimal(b) } ?? false
        case (.sequence(let a), .sequence(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.isEquivalent(to: $1) }
        case (.mapping(let a), .mapping(let b)):
            return a.isEquivalent(to: b)
        default:
            return self == other
        }
    }
}

extension Mapping {
    fileprivate func isEquivalent(to other: Mapping) -> Bool {
        guard count == other.count else { return false }
        var values: [[UInt8]: Node]?  // created only if the order of keys differs
        for (mine, theirs) in zip(entries, other.entries) {
            var value: Node? = theirs.value
            if !mine.key.hasSameBytes(as: theirs.key) || values != nil {
                let known = values ?? Dictionary(other.entries.map { (Array($0.key.utf8), $0.value) }) { $1 }
                values = known
                value = known[Array(mine.key.utf8)]
            }
            guard let value, mine.value.isEquivalent(to: value) else { return false }
        }
        return true
    }
}
