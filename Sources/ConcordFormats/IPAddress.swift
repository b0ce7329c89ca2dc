/// The text of addresses of the Internet Protocol.
enum IPAddress {
    /// RFC 2673, section 3.2: four decimal numbers.
    static func isIPv4(_ text: some StringProtocol) -> Bool {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4
            && octets.allSatisfy { octet in
                octet.utf8.allSatisfy(\.isDigit) && (1...3).contains(octet.utf8.count) && UInt8(octet) != nil
                    && (octet.utf8.count == 1 || octet.first != "0")
            }
    }

    /// Whether a string is an IPv6 address (RFC 4291, section 2.2): eight groups, where `::` replaces one or more
    /// groups and an IPv4 address can replace the last two.
    static func isIPv6(_ text: some StringProtocol) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return false }
        var count = 0
        for (index, half) in halves.enumerated() where !half.isEmpty {
            let groups = half.split(separator: ":", omittingEmptySubsequences: false)
            for (position, group) in groups.enumerated() {
                let isLast = index == halves.count - 1 && position == groups.count - 1
                if isLast, group.contains(".") {
                    guard isIPv4(group) else { return false }
                    count += 2
                } else {
                    guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy(\.isHexadecimalDigit) else {
                        return false
                    }
                    count += 1
                }
            }
        }
        return halves.count == 2 ? count < 8 : count == 8
    }
}
