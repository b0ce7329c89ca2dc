import ConcordOpenAPI
import Foundation
import Testing

/// The pages of attributes, traits and values show Swift code and the corresponding part of the document.
@Suite struct CatalogPageTests {
    static let folder = Fixtures.repository.appending(path: "Sources/Concord/Concord.docc")

    static func pages(in name: String) throws -> [String] {
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path())
        return pages.filter { $0.hasSuffix(".md") }.sorted().map { "\(name)/\($0)" }
    }

    @Test func thereArePages() throws {
        #expect(try Self.pages(in: "Attributes").count >= 54)
        #expect(try Self.pages(in: "TraitPages").count >= 118)
        #expect(try Self.pages(in: "Values").count >= 11)
    }

    @Test(arguments: try pages(in: "Attributes") + pages(in: "TraitPages") + pages(in: "Values"))
    func pageShowsSwiftAndItsDocument(_ page: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: page), encoding: .utf8)
        let swift = try #require(Self.block("swift", of: text))
        let (document, diagnostics) = SwiftText.generate(Self.withAPI(swift), path: page)
        #expect(diagnostics.map(\.line) == [])
        let written = try #require(document).write(as: .yaml)
        let lines = Set(written.split(separator: "\n").map { $0.drop { $0 == " " } })
        let shown = (Self.block("yaml", of: text) ?? "").split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(shown.filter { !lines.contains($0) } == [])
    }

    /// Returns the first code block in a language.
    private static func block(_ language: String, of text: String) -> String? {
        guard let start = text.firstRange(of: "```\(language)\n"),
            let end = text[start.upperBound...].firstRange(of: "```\n")
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound])
    }

    /// Returns the code with an API that lists its views and webhooks, unless it declares one.
    private static func withAPI(_ swift: String) -> String {
        guard !swift.contains("@API") else { return swift }
        let views = names(after: /@View\([^\n]*\n(?:struct|enum) (\w+)/, in: swift)
        let webhooks = names(after: /@Webhook\([^\n]*\nstruct (\w+)/, in: swift)
        return """
            \(swift)
            @API(title: "Page", version: "1.0")
            enum PageAPI {
                static let views: [any View.Type] = [\(views)]
                static let webhooks: [any View.Type] = [\(webhooks)]
            }

            """
    }

    private static func names(after pattern: Regex<(Substring, Substring)>, in swift: String) -> String {
        swift.matches(of: pattern).map { "\($0.output.1).self" }.joined(separator: ", ")
    }
}
