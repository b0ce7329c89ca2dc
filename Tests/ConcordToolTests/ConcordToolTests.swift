import Foundation
import Testing

/// The tool as a user runs it, with its output and its exit codes.
struct ConcordToolTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let petstore = root + "/specs/petstore/openapi.yaml"

    /// The tool is in the same folder as the test bundle.
    private static let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "concord")

    private func temporaryFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }

    private func run(_ arguments: String..., input: String = "") throws -> (code: Int32, output: String, error: String)
    {
        try run(arguments, input: input)
    }

    private func run(_ arguments: [String], input: String = "") throws -> (code: Int32, output: String, error: String) {
        let process = Process()
        let (output, error, standardInput) = (Pipe(), Pipe(), Pipe())
        process.executableURL = Self.tool
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = error
        process.standardInput = standardInput
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let report = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text, report)
    }

    @Test func findsNothingWrongWithASoundDocument() throws {
        let result = try run("validate", Self.petstore)
        #expect(result == (0, "", ""))
    }

    @Test func exitsWithOneWhereACheckFindsSomething() throws {
        let result = try run("validate", "-", input: "openapi: 3.1.0\ninfo: {title: T}\npaths: {}\n")
        #expect(result.code == 1)
        #expect(result.error.hasPrefix("-:2:7: error: "))
    }

    @Test func exitsWithTwoWhereTheInputCannotBeUsed() throws {
        #expect(try run("validate", Self.root + "/no-such-file").code == 2)
        #expect(try run("validate", "-").code == 2)
        #expect(try run("scaffold", Self.petstore).code == 2, "an option is missing")
        #expect(try run("scafold").code == 2, "there is no such verb")
    }

    @Test(arguments: [
        ["--concord", "https://example.org/concord"], ["--from", "0.1.0"], ["--concord", "..", "--from", "0.1.0"],
        ["--concord", "https://example.org/concord", "--from", "next"],
    ])
    func refusesAConcordThatCannotBeFound(options: [String]) throws {
        let folder = try temporaryFolder()
        let result = try run(["scaffold", Self.petstore, "--output", folder, "--package"] + options)
        #expect(result.code == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }

    @Test func tellsTheVersionOfTheChangeLog() throws {
        let version = try run("--version").output.trimmingCharacters(in: .newlines)
        let log = try String(contentsOfFile: Self.root + "/CHANGELOG.md", encoding: .utf8)
        let latest = try #require(log.split(separator: "\n").first { $0.hasPrefix("## ") })
        #expect(latest.hasPrefix("## \(version)"))
        #expect(!version.isEmpty)
    }

    @Test func writesADocumentToStandardOutput() throws {
        let result = try run("generateschema", Self.root + "/generated/petstore/Sources")
        #expect(result.code == 0)
        #expect(result.output.hasPrefix("openapi: 3.0.0\n"))
    }

    @Test func writesDiagnosticsForPrograms() throws {
        let json = try run("validate", "-", "--diagnostics", "json", input: "- a\n").error
        let decoded = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
        #expect(decoded?.first?["code"] as? String == "not-openapi")
        #expect(
            try run("validate", "-", "--diagnostics", "github", input: "- a\n").error.hasPrefix("::error file=-,line=1")
        )
    }

    @Test func takesWarningsForErrorsWhereItIsToldTo() throws {
        let document = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a?b: {}}\n"
        let lenient = try run("validate", "-", input: document)
        #expect(lenient.code == 0)
        #expect(lenient.error.hasPrefix("-:3:9: warning: a path can't contain '?' or '#' [query-in-path]\n"))
        let strict = try run("validate", "--strict", "-", input: document)
        #expect(strict.code == 1)
        #expect(strict.error.hasPrefix("-:3:9: error: "))
    }

    @Test func explainsADiagnostic() throws {
        #expect(try run("validate", "--explain", "duplicate-key").output.hasPrefix("duplicate-key (error)\n"))
        #expect(try run("validate", "--explain").output.contains("\n  duplicate-key "))
        #expect(try run("validate", "--explain", "nothing").code == 2)
        #expect(try run("validate").code == 2)
    }

    @Test func explainsItself() throws {
        let help = try run("--help")
        #expect(help.code == 0)
        for verb in ["generateschema", "scaffold", "validate", "check", "bundle", "docs"] {
            #expect(help.output.contains(verb))
        }
    }
}
