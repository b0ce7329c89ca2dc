import ConcordOpenAPI
import Foundation
import Testing

/// The README shows what Concord does.
@Suite struct ReadMeTests {
    private let readMe: String

    init() throws {
        readMe = try String(contentsOf: Fixtures.repository.appending(path: "README.md"), encoding: .utf8)
    }

    @Test func firstExampleIsAnAppAndAPartOfItsDocument() throws {
        let app = Fixtures.repository.appending(path: "Examples/Sources/Todo/main.swift")
        let swift = try String(contentsOf: app, encoding: .utf8)
        #expect(try #require(blocks("swift").first) == swift)
        let part = try #require(blocks("yaml").first)
        #expect(part.hasPrefix("  /todos/{id}:\n"))
        let document = try #require(SwiftText.generate(swift).document).write(as: .yaml)
        #expect(document.contains(part))
    }

    @Test func exampleOfModelsIsTheSeedAndItsDocument() throws {
        let folder = Fixtures.folder("CodeFirst/seed")
        let swift = try String(contentsOf: folder.appending(path: "API.swift.txt"), encoding: .utf8)
        let document = try String(contentsOf: folder.appending(path: "openapi.yaml"), encoding: .utf8)
        #expect(try #require(blocks("swift").first { $0.contains("struct MyData ") }) == swift)
        let part = try #require(blocks("yaml").first { $0.contains("/my-data:") })
        #expect(part.hasPrefix("paths:\n"))
        #expect(document.contains(part))
    }

    /// Returns the code blocks in a language, in order.
    private func blocks(_ language: String) -> [Substring] {
        var blocks: [Substring] = []
        var rest = readMe[...]
        while let start = rest.firstRange(of: "```\(language)\n"),
            let end = rest[start.upperBound...].firstRange(of: "```\n")
        {
            blocks.append(rest[start.upperBound..<end.lowerBound])
            rest = rest[end.upperBound...]
        }
        return blocks
    }
}
