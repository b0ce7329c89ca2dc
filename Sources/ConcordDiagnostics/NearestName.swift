extension Collection<String> {
    /// Returns the element that `name` is most likely a misspelling of: the one with the smallest edit distance, if
    /// that is small enough. Never returns the name itself.
    public func nearest(to name: String) -> String? {
        let length = name.count
        let budget = Swift.max(1, length / 3)
        let letters = Array(name.lowercased())
        var best: (name: String, distance: Int)?
        for candidate in self where candidate != name && abs(candidate.count - length) <= budget {
            let limit = Swift.min(budget, best.map { $0.distance - 1 } ?? .max)
            if let distance = editDistance(letters, Array(candidate.lowercased()), limit: limit) {
                best = (candidate, distance)
            }
        }
        return best?.name
    }
}

/// Returns the number of insertions, deletions, substitutions, and transpositions between two strings (optimal string
/// alignment), or `nil` if it exceeds the limit, which is usually detected early.
private func editDistance(_ a: [Character], _ b: [Character], limit: Int) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = Swift.min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        // A transposition refers to the row before the last.
        if (row + last).allSatisfy({ $0 > limit }) { return nil }
        (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
}
