import ConcordCommands
import ConcordDiagnostics
import Foundation
import Testing

/// Documents that try to write outside the folder or to exhaust resources.
struct HostileDocumentTests {
    /// Names with a meaning to file systems, each as a tag, a path, and a schema of a document that is large enough for
    /// a file per resource.
    private static let names = [
        "../../outside", "/etc/outside", "..", ".", "~", "CON", "NUL.swift", "Package", "Package.swift", ".concord",
        ".git", "main", "main.swift", "a/b", "a\\b", "C:\\b", "-rf", "$HOME", "`id`", "a\u{0}b", "a\nb", "\u{202E}b",
        "\u{2028}", "", " ", "pet", "Pet", "PET", "pets", "straße", "STRASSE", "é", "e\u{301}", "İ", "i",
        String(repeating: "long", count: 300),
    ]

    @Test func namesStayInTheFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write(try Self.document(naming: Self.names), to: "openapi.json")
        let outcome = Scaffold(
            document: folder.path + "/openapi.json", output: folder.path + "/deep/out",
            packageUsing: .folder(folder.path + "/concord")
        ).run()
        #expect(outcome.status == .fine, "\(outcome.report(as: .text))")
        let files = folder.files.filter { $0 != "openapi.json" }
        #expect(files.allSatisfy { $0.hasPrefix("deep/out/") })
        #expect(Set(files.map { $0.lowercased() }).count == files.count)
        #expect(files.filter { $0.hasSuffix("Package.swift") } == ["deep/out/Package.swift"])
        #expect(files.filter { $0.hasSuffix("main.swift") }.count == 1)
        #expect(files.count > 20, "a file for each resource")
        let check = Check(
            code: GenerateSchema(sources: [folder.path + "/deep/out/Sources"]),
            document: folder.path + "/openapi.json")
        #expect(check.run().status == .fine)
    }

    private static func document(naming names: [String]) throws -> String {
        var paths: [String: Any] = [:]
        var schemas: [String: Any] = [:]
        for (index, name) in names.enumerated() {
            let response = ["description": "OK"]
            paths["/\(index)"] = ["get": ["tags": [name], "responses": ["200": response]] as [String: Any]]
            schemas[name] = ["type": "object", "properties": ["self": ["type": "string"]]] as [String: Any]
        }
        let document: [String: Any] = [
            "openapi": "3.1.1", "info": ["title": "Package", "version": "1"], "paths": paths,
            "components": ["schemas": schemas],
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: document), as: UTF8.self)
    }

    /// A title can be the name of a module that every package links.
    @Test(arguments: ["Concord", "Concord server API", "Foundation", "Swift", "Hummingbird", "swift testing"])
    func noModuleIsCalledAsOneThatItUses(title: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi: 3.1.1\ninfo: {title: \(title), version: '1'}\npaths: {}\n", to: "openapi.yaml")
        let outcome = Scaffold(
            document: folder.path + "/openapi.yaml", output: folder.path + "/out", packageUsing: .folder(folder.path)
        ).run()
        #expect(outcome.status == .fine)
        let module = try #require(folder.files.first { $0.hasSuffix("/main.swift") }).split(separator: "/")[2]
        #expect(!["Concord", "ConcordServer", "Foundation", "Swift", "Hummingbird", "Testing"].contains(module))
    }

    /// More values than a compiler accepts as cases remain in a fragment.
    @Test func veryManyValuesAreNoCases() throws {
        let folder = try TemporaryFolder()
        let values = (0..<100_000).map { "'v\($0)'" }.joined(separator: ", ")
        try folder.write(
            """
            openapi: 3.1.1
            info: {title: Many, version: '1'}
            paths: {}
            components: {schemas: {Many: {type: string, enum: [\(values)]}}}
            """, to: "openapi.yaml")
        let output = folder.path + "/out"
        #expect(Scaffold(document: folder.path + "/openapi.yaml", output: output).run().status == .fine)
        #expect(folder.text(of: "out/Serializers.swift")?.contains("case ") == false)
        let check = Check(code: GenerateSchema(sources: [output]), document: folder.path + "/openapi.yaml")
        #expect(check.run().status == .fine)
    }

    /// A failed write leaves the old files complete, and no temporary files.
    @Test func writingThatFailsHalfWayLeavesTheOldFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "A.swift")
        try folder.write("a file, where a folder is to be", to: "Views")
        let problems = OutputFolder(folder.path, isReplacing: true).write([
            OutputFile(path: "A.swift", text: "new"), OutputFile(path: "B.swift", text: "new"),
            OutputFile(path: "Views/C.swift", text: "new"),
        ])
        #expect(problems.map(\.code) == ["not-a-folder"])
        #expect(folder.files == ["A.swift", "Views"])
        #expect(folder.text(of: "A.swift") == "old")
    }
}
