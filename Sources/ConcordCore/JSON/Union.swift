extension _Core.JSONReader {
    /// Where the reading of a union is: which alternatives fitted and why others did not.
    public struct UnionCursor {
        fileprivate let start: Int
        fileprivate var fitting: [String] = []
        fileprivate var failures: [(name: String, issues: [Problem.Issue])] = []
    }

    /// Starts to try alternatives on the value that follows.
    public mutating func beginUnion() -> UnionCursor {
        UnionCursor(start: position)
    }

    /// The value as one of the alternatives; nil where it doesn't fit.
    public mutating func attempt<C: _Core.Codec>(
        _ name: String,
        _ codec: C,
        _ rules: _Core.Rules? = nil,
        _ union: inout UnionCursor
    ) -> C.Value? {
        rewind(to: union.start)
        let before = issues.found.count
        let value = codec.read(&self)
        if isBroken {
            // What an alternative complained about before the text ended badly is of no interest.
            issues.append(contentsOf: issues.removeAll(after: before).suffix(1))
            return nil
        }
        if let value, let rules { codec.check(value, rules, &issues) }
        if let value, issues.found.count == before {
            union.fitting.append(name)
            return value
        }
        union.failures.append((name, issues.removeAll(after: before)))
        return nil
    }

    /// Whether null, one of the alternatives, follows, which is then consumed.
    public mutating func attemptNull(_ union: inout UnionCursor) -> Bool {
        rewind(to: union.start)
        guard readNull() else {
            skipValue()
            union.failures.append(
                (
                    "null",
                    [Problem.Issue(location: .body, pointer: issues.pointer, keyword: "type", message: "must be null")]
                ))
            return false
        }
        union.fitting.append("null")
        return true
    }

    /// Reports a value that fits no alternative, or several where one alone may fit.
    public mutating func endUnion(_ union: UnionCursor, exactlyOne: Bool) {
        if isBroken { return }
        if union.fitting.isEmpty {
            reportFailure(of: union)
        } else if exactlyOne, union.fitting.count > 1 {
            report("fits \(list(union.fitting, "and")), but must fit one alone")
        }
    }

    /// Where one alternative alone is of the value's kind, the sender meant that one and learns what is wrong with it.
    private mutating func reportFailure(of union: UnionCursor) {
        let here = issues.pointer
        let meant = union.failures.filter { failure in !failure.issues.contains { $0.pointer == here } }
        if meant.count == 1 || union.failures.count == 1, let only = meant.first ?? union.failures.first {
            issues.append(contentsOf: only.issues)
        } else {
            report("fits none of \(list(union.failures.map(\.name), "and"))")
        }
    }
}
