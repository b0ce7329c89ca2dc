import ConcordCommands
import ConcordDiagnostics
import ConcordGoldens
import Foundation
import Testing

/// Each folder in `Split/` contains a document in several files, the result of `bundle` (`bundled.yaml`), and the
/// diagnostics (`diagnostics.txt`). All commands give the same result for both.
struct SplitDocumentTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Split").path

    private static var names: [String] {
        get throws { try fixtureNames(in: folder) }
    }

    private static func split(_ name: String) -> String { "\(folder)/\(name)/openapi.yaml" }
    private static func bundled(_ name: String) -> String { "\(folder)/\(name)/bundled.yaml" }

    @Test(arguments: try names)
    func isBundledGolden(name: String) throws {
        let outcome = Bundle(document: Self.split(name), output: "-").run()
        #expect(outcome.status == .fine)
        try Golden.expect(String(decoding: outcome.output, as: UTF8.self), toBe: Self.bundled(name))
        let report = outcome.report(as: .text).replacing("\(Self.folder)/\(name)/", with: "")
        try Golden.expect(report, toBe: "\(Self.folder)/\(name)/diagnostics.txt")
    }

    @Test(arguments: try names)
    func isScaffoldedAsItsBundle(name: String) throws {
        let (split, bundled) = (try TemporaryFolder(), try TemporaryFolder())
        #expect(Scaffold(document: Self.split(name), output: split.path).run().status == .fine)
        #expect(Scaffold(document: Self.bundled(name), output: bundled.path).run().status == .fine)
        #expect(!split.files.isEmpty)
        #expect(split.files == bundled.files)
        for file in split.files { #expect(split.text(of: file) == bundled.text(of: file)) }
        let check = Check(code: GenerateSchema(sources: [split.path]), document: Self.split(name)).run()
        #expect(check.diagnostics.filter { $0.code == "out-of-date" }.map(\.message) == [])
        #expect(check.status == .fine)
    }

    @Test(arguments: try names)
    func isPublishedAndConvertedAsItsBundle(name: String) throws {
        let (split, bundled) = (try TemporaryFolder(), try TemporaryFolder())
        #expect(Docs(document: Self.split(name), output: split.path).run().status == .fine)
        #expect(Docs(document: Self.bundled(name), output: bundled.path).run().status == .fine)
        #expect(split.files == bundled.files)
        for page in split.files where page.hasSuffix(".html") {
            #expect(split.text(of: page) == bundled.text(of: page))
        }
        let conversions = [Self.split(name), Self.bundled(name)].map { document in
            Convert(document: document, openAPI: "3.0").run().output
        }
        #expect(conversions[0] == conversions[1])
    }

    @Test(arguments: try names)
    func differsNotFromItsBundle(name: String) throws {
        let outcome = Diff(old: Self.split(name), new: Self.bundled(name), failOn: .any).run()
        #expect(String(decoding: outcome.output, as: UTF8.self) == "no changes\n")
        #expect(outcome.status == .fine)
    }

    @Test func missingFileIsOneErrorAtItsReference() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {$ref: a.yaml}
              /b:
                get: {operationId: b, responses: {'200': {description: Done.}}}
            """, to: "openapi.yaml")
        let document = folder.path + "/openapi.yaml"
        for outcome in [
            Bundle(document: document, output: "-").run(), Diff(old: document, new: document).run(),
            Docs(document: document, output: folder.path + "/site").run(),
            Convert(document: document, openAPI: "3.0").run(),
        ] {
            #expect(outcome.status == .unusable)
            #expect(Set(outcome.diagnostics.map(\.message)) == ["no file '\(folder.path)/a.yaml'"])
            #expect(outcome.diagnostics.first?.position?.line == 4)
        }
    }
}
