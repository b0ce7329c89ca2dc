/// A mailbox of RFC 5321, or of RFC 6531 with characters beyond ASCII.
enum MailAddress {
    static func isValid(_ text: String, isInternational: Bool = false) -> Bool {
        guard let at = text.unicodeScalars.lastIndex(of: "@") else { return false }
        let local = text[..<at]
        let domain = text[text.unicodeScalars.index(after: at)...]
        guard (1...64).contains(local.utf8.count), isInternational || text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return false
        }
        return (isDotted(local) || isQuoted(local)) && isDomain(domain, isInternational: isInternational)
    }

    /// Words of `atext` with dots between them.
    private static func isDotted(_ local: Substring) -> Bool {
        local.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty
                && word.utf8.allSatisfy { byte in
                    byte.isLetter || byte.isDigit || byte >= 0x80 || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
                }
        }
    }

    private static func isQuoted(_ local: Substring) -> Bool {
        guard local.utf8.count >= 2, local.first == "\"", local.last == "\"" else { return false }
        var isEscaped = false
        for byte in local.utf8.dropFirst().dropLast() {
            if byte < 0x20 || byte == 0x7F || !isEscaped && byte == UInt8(ascii: "\"") { return false }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        }
        return !isEscaped
    }

    private static func isDomain(_ domain: Substring, isInternational: Bool) -> Bool {
        guard domain.first == "[", domain.last == "]" else {
            // A domain that isn't in Unicode's form NFC is still valid: mail systems normalize it.
            return HostName.isValid(domain)
                || isInternational && domain.utf8.contains { $0 >= 0x80 } && isUnicodeDomain(domain)
        }
        let literal = domain.dropFirst().dropLast()
        if literal.lowercased().hasPrefix("ipv6:") { return IPAddress.isIPv6(literal.dropFirst(5)) }
        return IPAddress.isIPv4(literal)
    }

    /// RFC 6531's `sub-domain`: letters, digits, hyphens and anything beyond ASCII.
    private static func isUnicodeDomain(_ domain: Substring) -> Bool {
        domain.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 >= 0x80 || $0 == UInt8(ascii: "-") }
        }
    }
}
