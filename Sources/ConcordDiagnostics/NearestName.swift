extension Collection<String> {
    /// The member that a reader most likely meant by `name`: the one the fewest edits away, if it is near enough to be a slip.
    public func nearest(to name: String) -> String? {
        let budget = Swift.max(1, name.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in self where abs(candidate.count - name.count) <= budget {
            let distance = editDistance(Array(name.lowercased()), Array(candidate.lowercased()))
            if distance <= budget, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }
}

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = Swift.min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
