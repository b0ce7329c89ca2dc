/// A regular expression of JSON Schema's `pattern`, ready to match.
struct Pattern: @unchecked Sendable {
    let text: String
    // Unchecked because `Regex` isn't Sendable, as it may hold a consumer written by hand. One made from text holds none, and
    // matching doesn't change it.
    private let regex: Regex<AnyRegexOutput>?

    /// Reads the pattern; one that can't be read matches everything, as the generator has reported it.
    init(_ text: String) {
        self.text = text
        self.regex = try? Regex(text).matchingSemantics(.unicodeScalar)
    }

    /// Whether the pattern is found anywhere in a text.
    func matches(_ text: String) -> Bool {
        guard let regex else { return true }
        return text.firstMatch(of: regex) != nil
    }
}
