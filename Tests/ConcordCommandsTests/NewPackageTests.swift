import ConcordCommands
import Testing

struct NewPackageTests {
    @Test func writesAnAppWithADatabase() throws {
        let folder = try TemporaryFolder()
        let outcome = NewPackage(
            name: "Library", output: folder.path + "/Library", concord: .folder(folder.path + "/concord")
        ).run()
        #expect(outcome.status == .fine)
        #expect(
            folder.files == [
                "Library/.gitignore", "Library/Package.swift", "Library/Sources/Library/LibraryAPI.swift",
                "Library/Sources/Library/main.swift", "Library/Tests/LibraryTests/LibraryAPITests.swift",
            ])
        let manifest = try #require(folder.text(of: "Library/Package.swift"))
        #expect(manifest.contains(#".package(name: "concord", path: "../concord")"#))
        #expect(manifest.contains(#".product(name: "ConcordSQLite", package: "concord"),"#))
    }

    @Test func writesTheFilesOfCloudFunctions() throws {
        let folder = try TemporaryFolder()
        let new = NewPackage(name: "Library", output: folder.path, concord: .folder(".."), hosts: [.azure, .lambda])
        #expect(new.run().status == .fine)
        let added = [".dockerignore", "Dockerfile", "host.json", "migrate/function.json", "template.yaml"]
        #expect(Set(added).isSubset(of: folder.files))
        let host = try #require(folder.text(of: "host.json"))
        #expect(host.contains(#""defaultExecutablePath": "Library", "arguments": ["servecommands"]"#))
        let image = try #require(folder.text(of: "Dockerfile"))
        #expect(image.contains("/lambda-adapter /opt/extensions/lambda-adapter\n"))
        #expect(image.contains("\nENV AWS_LWA_ERROR_STATUS_CODES=400-599\n"))
        #expect(image.hasSuffix("ENTRYPOINT [\"Library\"]\nCMD [\"servecommands\"]\n"))
    }

    @Test func theDocumentOfANewAppHasNoFindings() throws {
        let folder = try TemporaryFolder()
        #expect(NewPackage(name: "Library", output: folder.path, concord: .folder("..")).run().status == .fine)
        let document = folder.path + "/openapi.yaml"
        #expect(GenerateSchema(sources: [folder.path + "/Sources"], file: document).run().diagnostics.isEmpty)
        #expect(Validate(documents: [document]).run().diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("library", "name the app 'Library'"), ("my-app", "name the app 'MyApp'"), ("../Up", "name the app 'Up'"),
        ("Foundation", "name the app 'FoundationApp'"), ("ConcordServer", "name the app 'ConcordServerApp'"),
    ])
    func refusesANameThatNoModuleCanHave(name: String, help: String) throws {
        let folder = try TemporaryFolder()
        let outcome = NewPackage(name: name, output: folder.path, concord: .folder("..")).run()
        #expect(outcome.status == .unusable)
        #expect(outcome.diagnostics.map(\.help) == [help])
        #expect(folder.files.isEmpty)
    }

    @Test func replacesNothing() throws {
        let folder = try TemporaryFolder()
        try folder.write("// Mine.\n", to: "Package.swift")
        let outcome = NewPackage(name: "Library", output: folder.path, concord: .folder("..")).run()
        #expect(outcome.status == .unusable)
        #expect(folder.files == ["Package.swift"])
    }
}
