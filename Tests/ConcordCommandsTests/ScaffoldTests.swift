import ConcordCommands
import Foundation
import Testing

struct ScaffoldTests {
    @Test func writesWhatIsCommittedAsGenerated() throws {
        let folder = try TemporaryFolder()
        let outcome = Scaffold(document: Repository.petstore, output: folder.path).run()
        #expect(outcome.status == .fine)
        #expect(
            folder.files == [".concord/openapi.yaml", "API.swift", "Models.swift", "Serializers.swift", "Views.swift"])
        for file in folder.files where file.hasSuffix(".swift") {
            let committed = "\(Repository.root)/generated/petstore/Sources/SwaggerPetstore/\(file)"
            #expect(folder.text(of: file) == (try String(contentsOfFile: committed, encoding: .utf8)), "\(file)")
        }
    }

    @Test func writesAPackageThatFindsConcord() throws {
        let folder = try TemporaryFolder()
        let outcome = Scaffold(
            document: Repository.petstore, output: folder.path + "/deep/er",
            packageUsing: .folder(folder.path + "/concord")
        ).run()
        #expect(outcome.status == .fine)
        let manifest = try #require(folder.text(of: "deep/er/Package.swift"))
        #expect(manifest.contains(#".package(name: "concord", path: "../../concord")"#))
        #expect(folder.files.contains("deep/er/Sources/SwaggerPetstore/main.swift"))
    }

    @Test func aPackageOfGenericViewsHasADatabase() throws {
        let folder = try TemporaryFolder()
        let document = Repository.root + "/Tests/ConcordMappingTests/GenericViews/view-set/openapi.yaml"
        func manifest(usesGenericViews: Bool) throws -> String {
            let output = "\(folder.path)/\(usesGenericViews)"
            var scaffold = Scaffold(document: document, output: output, packageUsing: .folder(folder.path + "/concord"))
            scaffold.style.usesGenericViews = usesGenericViews
            #expect(scaffold.run().status == .fine)
            return try #require(folder.text(of: "\(usesGenericViews)/Package.swift"))
        }
        #expect(try manifest(usesGenericViews: true).contains(#".product(name: "ConcordSQLite", package: "concord"),"#))
        #expect(try !manifest(usesGenericViews: false).contains("ConcordSQLite"))
    }

    @Test(arguments: [
        ("https://github.com/concord/concord.git", "concord"),
        ("https://example.org/forks/Concord-API/", "concord-api"),
        ("git@example.org:concord.git", "concord"),
    ])
    func writesAPackageThatNamesAVersionOfConcord(url: String, identity: String) throws {
        let folder = try TemporaryFolder()
        let scaffold = Scaffold(
            document: Repository.petstore, output: folder.path, packageUsing: .repository(url, from: "0.1.0"))
        #expect(scaffold.run().status == .fine)
        let manifest = try #require(folder.text(of: "Package.swift"))
        #expect(manifest.contains(".package(url: \"\(url)\", from: \"0.1.0\")"))
        #expect(manifest.contains(".product(name: \"ConcordServer\", package: \"\(identity)\")"))
        #expect(manifest.contains("plugins: [.plugin(name: \"ConcordPlugin\", package: \"\(identity)\")]"))
    }

    @Test func doesNotCallTheModuleAsATypeInIt() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Pet, version: "1"}
            paths: {}
            components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
            """, to: "openapi.yaml")
        let output = folder.path + "/out"
        let outcome = Scaffold(
            document: folder.path + "/openapi.yaml", output: output, packageUsing: .folder(folder.path + "/concord")
        ).run()
        #expect(outcome.status == .fine)
        #expect(folder.files.contains("out/Sources/PetServer/API.swift"))
    }

    @Test func leavesWhatHasBeenWorkedOnUnlessTold() throws {
        let folder = try TemporaryFolder()
        var scaffold = Scaffold(document: Repository.petstore, output: folder.path)
        #expect(scaffold.run().status == .fine)
        #expect(scaffold.run().status == .fine, "nothing has changed")
        try folder.write("// mine\n", to: "Views.swift")
        let outcome = scaffold.run()
        #expect(outcome.status == .unusable)
        #expect(outcome.diagnostics.map(\.code) == ["file-exists"])
        #expect(folder.text(of: "Views.swift") == "// mine\n")
        scaffold.existingFiles = .replaced
        #expect(scaffold.run().status == .fine)
        #expect(folder.text(of: "Views.swift")?.contains("@View(\"/pets\"") == true)
    }
}
