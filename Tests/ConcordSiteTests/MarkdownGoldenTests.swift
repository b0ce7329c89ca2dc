import ConcordGoldens
import ConcordOpenAPI
import ConcordSite
import Foundation
import Testing

/// Markdown pages, as a person reads them.
struct MarkdownGoldenTests {
    private static let folder = Documents.root.appending(path: "Tests/ConcordSiteTests/Fixtures")

    private func expect(_ text: String, toBe name: String) throws {
        let difference = try GoldenFile(Self.folder.appending(path: "Markdown/\(name)").path).difference(from: text)
        #expect(difference == nil)
    }

    private func file(_ path: String, _ document: Document) throws -> String {
        let settings = SiteSettings(
            guides: [SiteSettings.Guide(title: "Getting started", markdown: "First, *read* this.")],
            formats: [.markdown])
        let file = try #require(ReferenceSite(document, settings).files.first { $0.path == path })
        return String(decoding: file.contents, as: UTF8.self)
    }

    @Test(arguments: ["index.md", "tags/pets.md", "schemas/Pet.md", "llms.txt"])
    func pageOfTheSite(path: String) throws {
        try expect(try file(path, try Documents.petstore), toBe: "Petstore/\(path.replacing("/", with: "-"))")
    }

    @Test(arguments: ["index.md", "tags/Xboats.md", "tags/Webhooks.md", "schemas/Xunion.md"])
    func pageOfEverything(path: String) throws {
        let document = try Documents.read(Self.folder.appending(path: "Everything.yaml"))
        try expect(try file(path, document), toBe: "Everything/\(path.replacing("/", with: "-"))")
    }

    @Test func singlePage() throws {
        let page = ReferencePage(try Documents.petstore).markdown
        try expect(String(decoding: page, as: UTF8.self), toBe: "Petstore/single.md")
    }

    /// A description is written in CommonMark, regardless of its original notation.
    @Test func description() throws {
        var document = try Documents.read(yaml: "openapi: 3.1.0\ninfo: {title: Descriptions, version: '1'}")
        document.info?.description = try String(
            contentsOf: Self.folder.appending(path: "Description.md"), encoding: .utf8)
        try expect(String(decoding: ReferencePage(document).markdown, as: UTF8.self), toBe: "Description.md")
    }
}
