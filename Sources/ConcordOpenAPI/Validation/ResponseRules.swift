import ConcordYAML

extension DocumentValidation {
    /// Responses go by a status from 100 to 599, by a range such as `4XX`, or by `default` (OAS 4.17).
    mutating func checkStatuses(of responses: Responses) {
        for response in responses.statuses where !Self.isStatus(response.name) {
            let upper = response.name.uppercased()
            let meant =
                Self.isStatus(upper) ? upper : response.name.lowercased() == "default" ? "default" : nil
            report(
                .error, "no-status", "'\(response.name)' is no status, no range such as 4XX, and not 'default'",
                at: response.position, mend: meant.map { "write '\($0)'" })
        }
    }

    private static func isStatus(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard name != "default" else { return true }
        guard bytes.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0]) else { return false }
        return bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) } || name.hasSuffix("XX")
    }
}
