import ConcordCommands
import ConcordOpenAPI
import Testing

/// The tool and the documentation have the same text about a diagnostic.
struct ExplainGoldenTests {
    @Test func isOnThePageOfTheDocumentation() throws {
        try Golden.expect(DocumentRule.page, toBe: Repository.root + "/Documentation/Diagnostics.md")
    }

    @Test(arguments: DocumentRule.all)
    func tellsOfEachCode(rule: DocumentRule) {
        let outcome = Explain(code: rule.code).run()
        let text = String(decoding: outcome.output, as: UTF8.self)
        #expect(outcome.status == .fine)
        #expect(text.hasPrefix("\(rule.code) (\(rule.severity.rawValue))\n\n\(rule.summary)\n"))
        #expect(text.contains(rule.source))
    }

    @Test func listsAllCodes() {
        let text = String(decoding: Explain().run().output, as: UTF8.self)
        #expect(DocumentRule.all.allSatisfy { text.contains("  \($0.code)  ") })
    }

    @Test func knowsTheCodeThatWasMeant() {
        let outcome = Explain(code: "duplicate-operationid").run()
        #expect(outcome.status == .unusable)
        #expect(outcome.diagnostics.first?.help == "did you mean 'duplicate-operation-id'?")
    }
}
