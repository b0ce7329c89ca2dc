import ConcordDiagnostics
import Foundation
import Testing

/// Invalid Swift code, each file with its diagnostics.
@Suite struct NegativeTests {
    @Test(arguments: try Fixtures.names(in: "Negative", endingWith: ".swift.txt", golden: ".diagnostics.txt"))
    func misuseIsReported(_ name: String) throws {
        let text = try String(contentsOf: Fixtures.folder("Negative/\(name).swift.txt"), encoding: .utf8)
        let diagnostics = SwiftText.generate(text, path: "\(name).swift").diagnostics.sortedByPosition()
        #expect(!diagnostics.isEmpty)
        let report = DiagnosticFormat.text.write(diagnostics) { $0 == "\(name).swift" ? text : nil }
        try Golden.expect(report, toBe: Fixtures.folder("Negative/\(name).diagnostics.txt"))
    }
}
