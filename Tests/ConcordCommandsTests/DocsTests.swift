import ConcordCommands
import Foundation
import Testing

/// The files that `concord docs` writes.
struct DocsTests {
    private static func document(_ text: String) -> String {
        let paths = (1...9).map {
            "  /a\($0): {get: {operationId: get\($0), tags: [t], description: Text \($0), responses: {}}}"
        }.joined(separator: "\n")
        return "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n"
            + paths.replacing("Text 5", with: text)
    }

    /// The number of each file. A file that replaces it has a different number.
    private func numbers(_ folder: TemporaryFolder) throws -> [String: Int] {
        try Dictionary(
            uniqueKeysWithValues: folder.files.map { path in
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(path)")
                return (path, try #require(attributes[.systemFileNumber] as? NSNumber).intValue)
            })
    }

    @Test func changedOperationRewritesItsPagesAlone() throws {
        let (folder, site) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.write(Self.document("Text 5"), to: "openapi.yaml")
        var docs = Docs(document: "\(folder.path)/openapi.yaml", output: site.path)
        docs.formats = [.html, .markdown]
        #expect(docs.run().status == .fine)
        let before = try numbers(site)
        #expect(docs.run().status == .fine)
        #expect(try numbers(site) == before, "nothing has changed")
        try folder.write(Self.document("Text five"), to: "openapi.yaml")
        #expect(docs.run().status == .fine)
        let after = try numbers(site)
        // Besides the pages, the document and the words that begin with the letter of the new word change.
        let changed: Set = [
            "operations/get5.html", "operations/get5.md", "openapi.yaml", "openapi.json", "search/f.js",
        ]
        #expect(Set(after.keys.filter { after[$0] != before[$0] }).subtracting(["search/t.js"]) == changed)
    }

    @Test func markdownIsInOneFileOrMany() throws {
        let (folder, site) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.write(Self.document("Text 5"), to: "openapi.yaml")
        var docs = Docs(document: "\(folder.path)/openapi.yaml", output: site.path)
        docs.formats = [.markdown]
        docs.isSingleFile = true
        #expect(docs.run().status == .fine)
        #expect(site.files == ["index.md"])
        docs.isSingleFile = false
        #expect(docs.run().status == .fine)
        #expect(site.files.contains("operations/get5.md") && site.files.contains("llms.txt"))
        #expect(!site.files.contains { $0.hasSuffix(".html") || $0.hasSuffix(".js") })
    }

    @Test func misspelledTextIsReportedWithTheNearestName() throws {
        let (folder, site) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.write(Self.document("Text 5"), to: "openapi.yaml")
        try folder.write("language: de\nsreach: Suchen\n", to: "texts.yaml")
        var docs = Docs(document: "\(folder.path)/openapi.yaml", output: site.path)
        docs.texts = "\(folder.path)/texts.yaml"
        let outcome = docs.run()
        #expect(outcome.status == .unusable)
        #expect(outcome.report(as: .text).contains("texts.yaml:2:1: error: no text named 'sreach'"))
        #expect(outcome.report(as: .text).contains("did you mean 'search'?"))
        #expect(site.files == [])
        try folder.write("language: de\nsearch: Suchen\n", to: "texts.yaml")
        #expect(docs.run().status == .fine)
        #expect(site.text(of: "index.html")?.contains("<html lang=\"de\"") == true)
        #expect(site.text(of: "index.html")?.contains(">Suchen <kbd>") == true)
    }
}
