import ConcordCore
import ConcordDeclarations
import ConcordMapping
import ConcordOpenAPI
import ConcordSwiftReader
import ConcordYAML
import Foundation
import Testing

/// The security that the generator reads from the sources is the security that the run time enforces.
@Suite struct AccessAgreementTests {
    /// Returns the security of each operation in the document: `GET /open: none`.
    private func documented(_ api: String) throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        let files = try names.map { name in
            SwiftReader().read(try String(contentsOf: folder.appending(path: name), encoding: .utf8), path: name).file
        }
        #expect(!files.isEmpty)
        let (document, diagnostics) = Document.generate(from: Program.read(files).program, api: api)
        #expect(diagnostics.filter { Self.isAboutAccess($0.message) }.map(\.message) == [])
        let root = try #require(document).node
        let standard = root["security"]
        return (root["paths"]?.mapping?.entries ?? []).flatMap { path in
            (path.value.mapping?.entries ?? []).compactMap { entry in
                let method = entry.key.uppercased()
                guard OperationDeclaration.methods.contains(method) else { return nil }
                return "\(method) \(path.key): \(Self.text(entry.value["security"] ?? standard))"
            }
        }
    }

    private static func isAboutAccess(_ message: String) -> Bool {
        ["permission", "authentication", "throttle", "security"].contains { message.contains($0) }
    }

    private static func text(_ security: Node?) -> String {
        let alternatives = (security?.sequence ?? []).map { requirement in
            let names = requirement.mapping?.entries.map(\.key) ?? []
            return names.isEmpty ? "anonymous" : names.joined(separator: " and ")
        }
        return alternatives.isEmpty ? "none" : alternatives.joined(separator: " or ")
    }

    @Test(arguments: [AccessAPI.self, LibraryAPI.self] as [any API.Type])
    func documentAndRunTimeAgree(_ api: any API.Type) throws {
        let served = api.served.operationSummaries.map { "\($0[0]) \($0[1]): \($0[3])" }
        let documented = try documented(api.served.name)
        #expect(documented.count > 5)
        // An operation with 'schema: nil' is served but not documented.
        #expect(Set(documented).subtracting(served) == [])
    }
}
