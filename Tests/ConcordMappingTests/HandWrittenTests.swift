import Foundation
import Testing

/// An app that a developer wrote by hand, with its document.
@Suite struct HandWrittenTests {
    @Test func appBecomesItsDocument() throws {
        let text = try String(contentsOf: Weather.swift, encoding: .utf8)
        let (document, diagnostics) = SwiftText.generate(text, path: "Weather.swift")
        #expect(diagnostics.map(\.line) == [])
        try Golden.expect(try #require(document).write(as: .yaml), toBe: Weather.document)
    }
}

/// The weather app's files.
enum Weather {
    static let swift = Fixtures.folder("Weather/Weather.swift.txt")
    static let document = Fixtures.folder("Weather/openapi.yaml")
}
