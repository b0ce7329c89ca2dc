import ConcordDiagnostics
import Foundation
import Testing

/// Swift that is wrong, each file with what is said about it: where, what, and how to correct it.
@Suite struct NegativeTests {
    @Test(arguments: Fixtures.names(in: "Negative").filter { $0.hasSuffix(".swift.txt") })
    func misuseIsReported(_ file: String) throws {
        let text = try String(contentsOf: Fixtures.folder("Negative/\(file)"), encoding: .utf8)
        let name = String(file.dropLast(".swift.txt".count))
        let diagnostics = SwiftText.generate(text, path: "\(name).swift").diagnostics.sortedByPosition()
        #expect(!diagnostics.isEmpty)
        let report = DiagnosticFormat.text.write(diagnostics) { $0 == "\(name).swift" ? text : nil }
        try Golden.expect(report, toBe: Fixtures.folder("Negative/\(name).diagnostics.txt"))
    }
}
