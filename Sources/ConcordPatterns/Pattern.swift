/// A regular expression of JSON Schema's `pattern` (ECMA 262).
///
/// The matching time depends only on the length of the string: strings come from untrusted clients, and some patterns
/// take exponential time with a backtracking matcher. Only lookarounds and backreferences, which need backtracking, use
/// Swift's `Regex`.
package struct Pattern: Sendable {
    /// The source of the pattern.
    package let text: String
    private let matcher: Matcher

    private enum Matcher: @unchecked Sendable {
        case program(PatternProgram)
        // Unchecked because `Regex` isn't Sendable, since it may contain a custom consumer. A regex created from a
        // string contains none, and matching doesn't modify it.
        case backtracking(Regex<AnyRegexOutput>)
        case everything
    }

    /// Creates a pattern. An invalid pattern matches every string, because the error is in the document and not in the
    /// request.
    package init(_ text: String) {
        self.text = text
        if let node = PatternParser.read(text).node, let program = PatternProgram(node) {
            matcher = .program(program)
        } else if let regex = try? Regex(text) {
            matcher = .backtracking(regex.matchingSemantics(.unicodeScalar))
        } else {
            matcher = .everything
        }
    }

    /// Returns whether the pattern matches anywhere in a string.
    package func matches(_ text: String) -> Bool {
        switch matcher {
        case .program(let program): program.isFound(in: text)
        case .backtracking(let regex): text.firstMatch(of: regex) != nil
        case .everything: true
        }
    }

    /// Returns whether the pattern matches anywhere in a string, or `nil` if matching may take more than linear time.
    /// Use it for patterns from untrusted sources.
    package func matchesInBoundedTime(_ text: String) -> Bool? {
        guard case .program(let program) = matcher else { return nil }
        return program.isFound(in: text)
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
