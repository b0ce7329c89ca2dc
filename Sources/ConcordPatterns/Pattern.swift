/// A regular expression of JSON Schema's `pattern` (ECMA 262), ready to match.
///
/// Its time grows with the text alone: texts come from anyone, and there are patterns on which a backtracking matcher
/// takes forever. Only look-around and back-references, which can't be matched so, are left to Swift's `Regex`.
package struct Pattern: Sendable {
    /// The pattern as it is written.
    package let text: String
    private let matcher: Matcher

    private enum Matcher: @unchecked Sendable {
        case program(PatternProgram)
        // Unchecked because `Regex` isn't Sendable, as it may hold a consumer written by hand. One made from text holds none,
        // and matching doesn't change it.
        case backtracking(Regex<AnyRegexOutput>)
        case everything
    }

    /// Reads the pattern; one that can't be read matches everything, as it is the document's fault and not the sender's.
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

    /// Whether the pattern is found anywhere in a text.
    package func matches(_ text: String) -> Bool {
        switch matcher {
        case .program(let program): program.isFound(in: text)
        case .backtracking(let regex): text.firstMatch(of: regex) != nil
        case .everything: true
        }
    }

    /// Whether the pattern is found in a text, if that can be told in time that grows with the text alone: for patterns
    /// that come from anyone, as the texts do.
    package func matchesInBoundedTime(_ text: String) -> Bool? {
        guard case .program(let program) = matcher else { return nil }
        return program.isFound(in: text)
    }
}

/// What is wrong with a pattern, in the words of someone who writes patterns.
package struct PatternProblem: Error, Hashable, Sendable {
    /// Whether ECMA 262 knows no such pattern, or only gives it another meaning than other dialects do.
    package enum Kind: Hashable, Sendable {
        case invalid, otherDialect
    }

    /// How grave it is.
    package var kind: Kind
    /// One sentence without a full stop.
    package var message: String
    /// How to write what was probably meant.
    package var help: String?
}

extension Pattern {
    /// What is wrong with a pattern: that it is none, or that parts of it mean something other than they do elsewhere.
    package static func problems(in text: String) -> [PatternProblem] {
        PatternParser.read(text).problems
    }
}
