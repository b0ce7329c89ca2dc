import ConcordFuzzing
import ConcordGoldens
import Foundation
import Testing

/// The laws that `make fuzz` checks with random requests, checked for its seeds and for the inputs that have violated
/// one.
@Suite struct RequestLawsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fuzzing/Requests")
        .standardized

    static var inputs: [String] {
        get throws { try fixtureNames(in: folder.appending(path: "Seeds").path) }
    }

    @Test(arguments: try inputs) func `a seed breaks no law`(name: String) async throws {
        let input = Array(try Data(contentsOf: Self.folder.appending(path: "Seeds/\(name)")))
        #expect(await RequestLaws.violations(of: input) == [])
        for end in input.indices { #expect(await RequestLaws.violations(of: Array(input[..<end])) == []) }
    }

    /// Inputs that look like attacks, as each part of a request.
    @Test(arguments: [
        "{\"a\":1,\"a\":2}", "1e999999999999", "-0", String(repeating: "9", count: 10_000), "\"\u{0}\"",
        String(repeating: "[", count: 10_000), String(repeating: "{\"a\":", count: 10_000), "{\"__proto__\":{}}",
        "a\r\nSet-Cookie: b=c", "../../etc/passwd", "%2e%2e%2f%00", "%C0%AE", "\u{FEFF}{}", "\u{202E}",
        String(repeating: "a", count: 5_000), String(repeating: "a&", count: 20_000),
        String(repeating: ";", count: 9_000),
        String(repeating: "a=b;", count: 9_000), "--x\r\n\r\n--x--", String(repeating: "--x\r\n", count: 2_000),
        "filter" + String(repeating: "[a]", count: 5_000) + "=1", "text=" + String(repeating: "a", count: 30_000) + "!",
    ])
    func `an attack breaks no law`(text: String) async {
        for kind in RequestLaws.Kind.allCases {
            #expect(await RequestLaws.violations(of: kind, Array(text.utf8)) == [], "\(kind)")
        }
    }
}
