/// A regular expression of JSON Schema's `pattern` (ECMA 262).
///
/// The matching time depends only on the length of the string: strings come from untrusted clients, and some patterns
/// take exponential time with a backtracking matcher. Only backreferences require backtracking, with a limited number
/// of steps.
package struct Pattern: Sendable {
    /// The source of the pattern.
    package let text: String
    private let matcher: Matcher

    private enum Matcher: Sendable {
        case program(PatternProgram)
        case backtracking(PatternNode)
        case everything
    }

    /// Creates a pattern. An invalid pattern matches every string, because the error is in the document and not in the
    /// request.
    package init(_ text: String) {
        self.text = text
        guard let node = PatternParser.read(text).node else {
            matcher = .everything
            return
        }
        if node.hasBackReference {
            matcher = .backtracking(node)
        } else {
            matcher = PatternProgram(node).map { .program($0) } ?? .everything
        }
    }

    /// Whether the matching time is linear in the length of the string.
    package var isMatchedInLinearTime: Bool {
        if case .backtracking = matcher { false } else { true }
    }

    /// Returns whether the pattern matches anywhere in a string. A match that takes too many steps counts as none.
    package func matches(_ text: String) -> Bool {
        if case .everything = matcher { return true }
        return matchesInBoundedTime(text) ?? false
    }

    /// Returns whether the pattern matches anywhere in a string, or `nil` if matching takes too many steps, or if the
    /// pattern is invalid.
    package func matchesInBoundedTime(_ text: String) -> Bool? {
        switch matcher {
        case .program(let program): program.isFound(in: text)
        case .backtracking(let node): BacktrackingMatcher.isFound(node, in: text)
        case .everything: nil
        }
    }
}

/// A problem in a pattern.
package struct PatternProblem: Error, Hashable, Sendable {
    /// The kind of a problem: an invalid pattern, or one with another meaning than in other dialects.
    package enum Kind: Hashable, Sendable {
        case invalid, otherDialect
    }

    /// The kind of problem.
    package var kind: Kind
    /// One sentence without a period.
    package var message: String
    /// The pattern that was probably meant.
    package var help: String?
}

extension Pattern {
    /// Returns the problems in a pattern: errors, and parts with another meaning than in other dialects.
    package static func problems(in text: String) -> [PatternProblem] {
        PatternParser.read(text).problems
    }
}
