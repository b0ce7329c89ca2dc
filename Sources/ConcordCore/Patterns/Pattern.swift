/// A regular expression of JSON Schema's `pattern` (ECMA 262), ready to match.
///
/// Its time grows with the text alone: texts come from anyone, and there are patterns on which a backtracking matcher
/// takes forever. Only look-around and back-references, which can't be matched so, are left to Swift's `Regex`.
struct Pattern: Sendable {
    let text: String
    private let matcher: Matcher

    private enum Matcher: @unchecked Sendable {
        case program(PatternProgram)
        // Unchecked because `Regex` isn't Sendable, as it may hold a consumer written by hand. One made from text holds none,
        // and matching doesn't change it.
        case backtracking(Regex<AnyRegexOutput>)
        case everything
    }

    /// Reads the pattern; one that can't be read matches everything, as it is the document's fault and not the sender's.
    init(_ text: String) {
        self.text = text
        if let node = PatternParser.parse(text), let program = PatternProgram(node) {
            matcher = .program(program)
        } else if let regex = try? Regex(text) {
            matcher = .backtracking(regex.matchingSemantics(.unicodeScalar))
        } else {
            matcher = .everything
        }
    }

    /// Whether the pattern is found anywhere in a text.
    func matches(_ text: String) -> Bool {
        switch matcher {
        case .program(let program): program.isFound(in: text)
        case .backtracking(let regex): text.firstMatch(of: regex) != nil
        case .everything: true
        }
    }
}
