import Concord
import ConcordCommands
import ConcordGoldens
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

@testable import ConcordUsers

/// The document of an app with users.
@Suite struct DocumentTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

    private func document() throws -> String {
        let outcome = GenerateSchema(sources: [Self.fixtures + "/UsersAPI.swift"]).run()
        #expect(outcome.diagnostics.map(\.message) == [])
        return String(decoding: outcome.output, as: UTF8.self)
    }

    /// The document contains the ready views, although the app's sources contain only their names.
    @Test func hasTheReadyViews() throws {
        let difference = try GoldenFile(Self.fixtures + "/openapi.yaml").difference(from: document())
        #expect(difference == nil)
    }

    /// The security in the document is enforced for each operation.
    @Test func isWhatIsServed() throws {
        let root = try Node(yaml: document())
        let documented = (root["paths"]?.mapping?.entries ?? []).flatMap { path in
            (path.value.mapping?.entries ?? []).compactMap { entry -> String? in
                guard let id = entry.value["operationId"]?.string else { return nil }
                let security = Self.text(entry.value["security"] ?? root["security"])
                return "\(entry.key.uppercased()) \(path.key) \(id) \(security)"
            }
        }
        let served = UsersAPI.served.operationSummaries.map { $0.joined(separator: " ") }
        #expect(documented.count > 20)
        #expect(Set(documented) == Set(served))
    }

    /// No view of `Users` redirects a browser to another site.
    @Test func noViewRedirects() throws {
        let root = try Node(yaml: document())
        let paths = (root["paths"]?.mapping?.entries ?? []).filter { $0.key.hasPrefix("/auth/") }
        #expect(paths.count == 9)
        for path in paths {
            for operation in path.value.mapping?.entries ?? [] {
                let statuses = operation.value["responses"]?.mapping?.keys ?? []
                #expect(statuses.allSatisfy { !$0.hasPrefix("3") })
            }
        }
    }

    private static func text(_ security: Node?) -> String {
        let alternatives = (security?.sequence ?? []).map { requirement in
            let names = requirement.mapping?.entries.map(\.key) ?? []
            return names.isEmpty ? "anonymous" : names.joined(separator: " and ")
        }
        return alternatives.isEmpty ? "none" : alternatives.joined(separator: " or ")
    }
}
