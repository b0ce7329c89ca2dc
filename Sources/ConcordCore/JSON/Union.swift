extension _Core.JSONReader {
    /// The state of reading a union: the matching alternatives, and the errors of the others.
    public struct UnionCursor {
        fileprivate let start: Int
        fileprivate var fitting: [String] = []
        fileprivate var failures: [(name: String, issues: [Problem.Issue])] = []
    }

    /// Starts reading the next value as a union.
    public mutating func beginUnion() -> UnionCursor {
        UnionCursor(start: position)
    }

    /// Reads the value as one of the alternatives, or returns `nil` if it doesn't match.
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
            // Errors of an alternative don't matter if the text has a syntax error.
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

    /// Consumes null as one of the alternatives, and returns whether the value was null.
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

    /// Reports a value that matches no alternative, or more than one if exactly one is required.
    public mutating func endUnion(_ union: UnionCursor, exactlyOne: Bool) {
        if isBroken { return }
        if union.fitting.isEmpty {
            reportFailure(of: union)
        } else if exactlyOne, union.fitting.count > 1 {
            report("matches \(list(union.fitting, "and")), but must match only one")
        }
    }

    /// If only one alternative has the type of the value, reports its errors, because the client probably meant that
    /// one.
    private mutating func reportFailure(of union: UnionCursor) {
        let here = issues.pointer
        let meant = union.failures.filter { failure in !failure.issues.contains { $0.pointer == here } }
        if meant.count == 1 || union.failures.count == 1, let only = meant.first ?? union.failures.first {
            issues.append(contentsOf: only.issues)
        } else {
            report("matches none of \(list(union.failures.map(\.name), "and"))")
        }
    }
}
