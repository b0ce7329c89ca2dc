/// The value of `If-Match` or `If-None-Match` (RFC 9110, section 13.1): any entity tag, or an array of entity tags.
package struct EntityTagCondition {
    private let isAny: Bool
    private let tags: [(text: String, isWeak: Bool)]

    /// Reads the value of a header field.
    package init(_ header: String) {
        isAny = header.allSatisfy { $0 == "*" || $0 == " " || $0 == "\t" } && header.contains("*")
        tags = Self.tags(in: header)
    }

    private static func tags(in header: String) -> [(text: String, isWeak: Bool)] {
        var tags: [(text: String, isWeak: Bool)] = []
        var rest = header[...]
        while let opening = rest.firstIndex(of: "\""),
            let closing = rest[rest.index(after: opening)...].firstIndex(of: "\"")
        {
            tags.append((String(rest[opening...closing]), rest[..<opening].hasSuffix("W/")))
            rest = rest[rest.index(after: closing)...]
        }
        return tags
    }

    /// Returns whether the condition includes an entity tag.
    ///
    /// - Parameters:
    ///   - tag: The entity tag of the current representation, in quotes.
    ///   - isStrong: Whether a weak entity tag never matches, as `If-Match` requires.
    package func matches(_ tag: String, isStrong: Bool) -> Bool {
        isAny || tags.contains { $0.text == tag && !(isStrong && $0.isWeak) }
    }
}
