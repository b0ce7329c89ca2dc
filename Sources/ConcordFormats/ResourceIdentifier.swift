/// The grammar of URIs and their references, RFC 3986, and of IRIs, RFC 3987.
enum ResourceIdentifier {
    /// Returns whether a text is a URI, or an IRI, which states its scheme.
    static func isAbsolute(_ text: String, isInternational: Bool = false) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), isScheme(text[..<colon]) else { return false }
        let characters = Characters(isInternational: isInternational)
        return isHierarchy(text[text.utf8.index(after: colon)...], characters)
    }

    /// Returns whether a text is a URI or IRI, or one that is relative to another.
    static func isReference(_ text: String, isInternational: Bool = false) -> Bool {
        if isAbsolute(text, isInternational: isInternational) { return true }
        // A colon in the first segment would make it a scheme.
        let segment = text.prefix { !"/?#".contains($0) }
        return !segment.utf8.contains(UInt8(ascii: ":"))
            && isHierarchy(text[...], Characters(isInternational: isInternational))
    }

    private static func isScheme(_ text: Substring) -> Bool {
        text.utf8.first?.isLetter == true
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    }

    /// The authority, the path, the query and the fragment.
    private static func isHierarchy(_ text: Substring, _ characters: Characters) -> Bool {
        var rest = text.unicodeScalars[...]
        if let hash = rest.firstIndex(of: "#") {
            guard characters.allow(rest[rest.index(after: hash)...], besides: ":@/?") else { return false }
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            guard characters.allow(rest[rest.index(after: mark)...], besides: ":@/?", isQuery: true) else {
                return false
            }
            rest = rest[..<mark]
        }
        if rest.starts(with: "//".unicodeScalars) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            guard isAuthority(rest[..<end], characters) else { return false }
            rest = rest[end...]
        }
        return characters.allow(rest, besides: ":@/")
    }

    private static func isAuthority(_ text: Substring.UnicodeScalarView, _ characters: Characters) -> Bool {
        var rest = text
        if let at = rest.firstIndex(of: "@") {
            guard characters.allow(rest[..<at], besides: ":") else { return false }
            rest = rest[rest.index(after: at)...]
        }
        if rest.first == "[" {
            guard let end = rest.firstIndex(of: "]"), isLiteral(rest[rest.index(after: rest.startIndex)..<end]) else {
                return false
            }
            rest = rest[rest.index(after: end)...]
            return rest.isEmpty || rest.first == ":" && rest.dropFirst().allSatisfy { $0.ascii.isDigit }
        }
        let colon = rest.firstIndex(of: ":") ?? rest.endIndex
        return characters.allow(rest[..<colon], besides: "")
            && rest[colon...].dropFirst().allSatisfy { $0.ascii.isDigit }
    }

    /// An IPv6 address, or one of a version to come: `v1.fe`.
    private static func isLiteral(_ text: Substring.UnicodeScalarView) -> Bool {
        guard let first = text.first, first == "v" || first == "V" else { return IPAddress.isIPv6(Substring(text)) }
        let parts = text.dropFirst().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy { $0.ascii.isHexadecimalDigit }
            && !parts[1].isEmpty && Characters(isInternational: false).allow(parts[1], besides: ":", hasEscapes: false)
    }

    /// The characters that need no escape.
    private struct Characters {
        let isInternational: Bool

        /// Whether a text consists of unreserved characters, sub-delimiters, escapes and a few others.
        func allow(
            _ text: Substring.UnicodeScalarView,
            besides others: String,
            isQuery: Bool = false,
            hasEscapes: Bool = true
        ) -> Bool {
            var index = text.startIndex
            while index < text.endIndex {
                let scalar = text[index]
                text.formIndex(after: &index)
                if scalar == "%", hasEscapes {
                    let digits = text[index...].prefix(2)
                    guard digits.count == 2, digits.allSatisfy({ $0.ascii.isHexadecimalDigit }) else { return false }
                    index = digits.endIndex
                } else if !isPlain(scalar, isQuery), !others.unicodeScalars.contains(scalar) {
                    return false
                }
            }
            return true
        }

        private func isPlain(_ scalar: Unicode.Scalar, _ isQuery: Bool) -> Bool {
            guard scalar.isASCII else { return isInternational && Self.isInternational(scalar, isQuery) }
            return scalar.ascii.isLetter || scalar.ascii.isDigit || "-._~!$&'()*+,;=".unicodeScalars.contains(scalar)
        }

        /// RFC 3987's `ucschar`, and `iprivate` in a query.
        private static func isInternational(_ scalar: Unicode.Scalar, _ isQuery: Bool) -> Bool {
            switch scalar.value {
            case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
            case 0x10000...0xEFFFD: scalar.value & 0xFFFF <= 0xFFFD && scalar.value & 0xFF000 != 0xE0000
            case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: isQuery
            default: false
            }
        }
    }
}
