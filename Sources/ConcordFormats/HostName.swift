/// A host name of RFC 1123: labels of letters, digits and hyphens. An A-label, `xn--…`, must encode a valid U-label.
enum HostName {
    static func isValid(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253 && labels.allSatisfy { isLabel($0) }
    }

    static func isLabel(_ label: Substring) -> Bool {
        let bytes = label.utf8
        guard (1...63).contains(bytes.count), bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-"),
            bytes.allSatisfy({ $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "-") })
        else { return false }
        return !isALabel(label) || InternationalHostName.unicodeLabel(label) != nil
    }

    static func isALabel(_ label: Substring) -> Bool { label.prefix(4).lowercased() == "xn--" }
}
