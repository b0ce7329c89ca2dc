import ConcordCommands
import Testing

/// An error in a document has the same diagnostic and the same exit code in all commands.
struct ErroneousDocumentTests {
    private static let rest = "info: {title: Pets, version: '1'}\npaths: {}\n"

    /// Documents with errors that can still be used.
    @Test(arguments: [
        "openapi: 3.1\n" + rest, "openapi: 3.0\n" + rest, "swagger: 2.0\n" + rest,
        "openapi: 3.1.0\ninfo: {title: Pets, version: 1.0}\npaths: {}\n",
        "openapi: 3.2.0\ninfo: {title: 7, version: true}\npaths: {}\n",
        "{\"openapi\": 3.1, \"info\": {\"title\": \"Pets\", \"version\": \"1\"}, \"paths\": {}}",
    ])
    func isFound(document: String) throws {
        for outcome in try outcomes(of: document) {
            #expect(outcome.outcome.status == .found, "\(outcome.name)")
            #expect(outcome.outcome.diagnostics.contains { $0.code == "wrong-kind" }, "\(outcome.name)")
        }
    }

    @Test(arguments: [
        "openapi: 3\n" + rest, "openapi: true\n" + rest, "openapi: [3.1.0]\n" + rest, "swagger: 1.2\n" + rest,
    ])
    func isUnusable(document: String) throws {
        for outcome in try outcomes(of: document) {
            #expect(outcome.outcome.status == .unusable, "\(outcome.name)")
            #expect(outcome.outcome.diagnostics.contains { $0.severity == .error }, "\(outcome.name)")
        }
    }

    /// A warning doesn't change the exit code.
    @Test(arguments: ["openapi: 3.1.2\n" + rest, "openapi: '3.1'\n" + rest, "openapi: 3.9.0\n" + rest])
    func isFine(document: String) throws {
        for outcome in try outcomes(of: document) where outcome.name != "check" {
            #expect(outcome.outcome.status == .fine, "\(outcome.name)")
        }
    }

    private static let names = ["validate", "diff", "bundle", "convert", "docs", "scaffold", "check"]

    private func outcomes(of document: String) throws -> [(name: String, outcome: Outcome)] {
        let folder = try TemporaryFolder()
        try folder.write(document, to: "openapi.yaml")
        try folder.write(
            "import Concord\n\n@API(title: \"Pets\", version: \"1\") enum PetsAPI {}\n", to: "code/API.swift")
        let path = folder.path + "/openapi.yaml"
        let outcomes = [
            Validate(documents: [path]).run(),
            Diff(old: path, new: path).run(),
            Bundle(document: path, output: folder.path + "/bundle.yaml").run(),
            Convert(document: path, openAPI: "3.1", output: folder.path + "/converted.yaml").run(),
            Docs(document: path, output: folder.path + "/docs").run(),
            Scaffold(document: path, output: folder.path + "/scaffold").run(),
            Check(code: GenerateSchema(sources: [folder.path + "/code"]), document: path).run(),
        ]
        return Array(zip(Self.names, outcomes))
    }
}
