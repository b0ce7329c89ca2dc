import Foundation
import Testing

/// An app as a person writes it, and the document that comes of it.
@Suite struct HandWrittenTests {
    @Test func appBecomesItsDocument() throws {
        let text = try String(contentsOf: Weather.swift, encoding: .utf8)
        let (document, diagnostics) = SwiftText.generate(text, path: "Weather.swift")
        #expect(diagnostics.map(\.line) == [])
        try Golden.expect(try #require(document).write(as: .yaml), toBe: Weather.document)
    }

    /// OAS 3.1's own schema and more, by a validator that shares no code with Concord.
    @Test(.enabled(if: OpenAPISpecValidator.isInstalled))
    func documentIsAcceptedByAnotherValidator() throws {
        #expect(try OpenAPISpecValidator.complaints(about: Weather.document) == "")
    }
}

/// The weather app's files.
enum Weather {
    static let swift = Fixtures.folder("Weather/Weather.swift.txt")
    static let document = Fixtures.folder("Weather/openapi.yaml")
}

/// openapi-spec-validator of PyPI, where Python has it.
private enum OpenAPISpecValidator {
    static let isInstalled = (try? run(["-c", "import openapi_spec_validator"]))?.status == 0

    static func complaints(about file: URL) throws -> String {
        let (status, output) = try run(["-m", "openapi_spec_validator", file.path()])
        return status == 0 ? "" : output
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
