import ConcordOpenAPI
import Foundation
import Testing

/// The rules and the page that lists them.
@Suite struct ChangeRuleTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Documentation/Diff.md")

    @Test func `the documentation lists each rule with its classes`() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        for rule in ChangeRule.allCases {
            let (request, response) = (rule.effect(in: .request).rawValue, rule.effect(in: .response).rawValue)
            #expect(text.contains("| `\(rule.rawValue)` | \(request) | \(response) |"))
        }
    }

    @Test func `what breaks no client that sends it may break one that gets it`() {
        #expect(ChangeRule.enumValueAdded.effect(in: .request) == .compatible)
        #expect(ChangeRule.enumValueAdded.effect(in: .response) == .breaking)
        #expect(ChangeRule.propertyBecameRequired.effect(in: .request) == .breaking)
        #expect(ChangeRule.propertyBecameRequired.effect(in: .response) == .compatible)
    }
}
