import Foundation
import Testing

/// What the README shows is what Concord does.
@Suite struct ReadMeTests {
    @Test func firstExampleIsTheSeedAndItsDocument() throws {
        let readMe = try String(contentsOf: Fixtures.repository.appending(path: "README.md"), encoding: .utf8)
        let folder = Fixtures.folder("CodeFirst/seed")
        let swift = try String(contentsOf: folder.appending(path: "API.swift.txt"), encoding: .utf8)
        let document = try String(contentsOf: folder.appending(path: "openapi.yaml"), encoding: .utf8)
        #expect(try firstBlock("swift", of: readMe) == swift)
        let part = try firstBlock("yaml", of: readMe)
        #expect(part.hasPrefix("paths:\n"))
        #expect(document.contains(part))
    }

    private func firstBlock(_ language: String, of text: String) throws -> String {
        let start = try #require(text.firstRange(of: "```\(language)\n")).upperBound
        let end = try #require(text[start...].firstRange(of: "```\n")).lowerBound
        return String(text[start..<end])
    }
}
