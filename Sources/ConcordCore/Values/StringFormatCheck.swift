#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The string formats that are validated. Other formats are annotations.
enum StringFormatCheck: String, Sendable {
    case dateTime = "date-time"
    case date
    case email
    case hostname
    case ipv4
    case ipv6
    case uri
    case uuid

    var description: String {
        switch self {
        case .dateTime: "a date and time such as 2026-03-01T12:30:00Z"
        case .date: "a date such as 2026-03-01"
        case .email: "an e-mail address"
        case .hostname: "a host name"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri: "a URI"
        case .uuid: "a UUID"
        }
    }

    func accepts(_ text: String) -> Bool {
        switch self {
        case .dateTime: Date(rfc3339: text) != nil
        case .date: CalendarDate(text) != nil
        case .email: Self.isEmail(text)
        case .hostname: Self.isHostname(text)
        case .ipv4: Self.isIPv4(text)
        case .ipv6: Self.isIPv6(text)
        case .uri: URL(string: text)?.scheme != nil
        case .uuid: text.utf8.count == 36 && UUID(uuidString: text) != nil
        }
    }

    /// Returns whether a string is a local part and a host name, separated by `@`. RFC 5321 allows more than mail
    /// systems accept.
    private static func isEmail(_ text: String) -> Bool {
        guard let at = text.lastIndex(of: "@") else { return false }
        let local = text[..<at].utf8
        let isPlain = local.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"()<>[]:;@\\,\"".utf8.contains($0) }
        let hasDotsBetween = local.first != UInt8(ascii: ".") && local.last != UInt8(ascii: ".") && !text.contains("..")
        return (1...64).contains(local.count) && isPlain && hasDotsBetween
            && isHostname(String(text[text.index(after: at)...]))
    }

    private static func isHostname(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { $0.isDigit || ($0 | 0x20).isLowercaseLetter || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isIPv4(_ text: String) -> Bool {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4
            && octets.allSatisfy { octet in
                octet.utf8.allSatisfy(\.isDigit) && (1...3).contains(octet.utf8.count) && UInt8(octet) != nil
                    && (octet.utf8.count == 1 || octet.first != "0")
            }
    }

    /// Returns whether a string is an IPv6 address (RFC 4291, section 2.2): eight groups, of which `::` replaces one or
    /// more, and optionally an IPv4 address in place of the last two.
    private static func isIPv6(_ text: String) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return false }
        var count = 0
        for (index, half) in halves.enumerated() where !half.isEmpty {
            let groups = half.split(separator: ":", omittingEmptySubsequences: false)
            for (position, group) in groups.enumerated() {
                let isLast = index == halves.count - 1 && position == groups.count - 1
                if isLast, group.contains(".") {
                    guard isIPv4(String(group)) else { return false }
                    count += 2
                } else {
                    guard (1...4).contains(group.utf8.count), group.allSatisfy(\.isHexDigit) else { return false }
                    count += 1
                }
            }
        }
        return halves.count == 2 ? count < 8 : count == 8
    }
}

extension UInt8 {
    var isLowercaseLetter: Bool { self &- UInt8(ascii: "a") < 26 }
}
