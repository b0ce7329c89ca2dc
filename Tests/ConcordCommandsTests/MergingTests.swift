import ConcordCommands
import ConcordOpenAPI
import Foundation
import Testing

/// Properties of every merge, independent of the document.
struct MergingTests {
    /// An unchanged scaffold of a part becomes the scaffold of the whole document.
    @Test(arguments: ["/pets", "/pets/{petId}"])
    func addsWhatWasLeftOut(path: String) throws {
        let folder = try TemporaryFolder()
        var part = Scaffold(document: Repository.petstore, output: folder.path)
        part.selection.paths = [path]
        #expect(part.run().status == .fine)
        var whole = Scaffold(document: Repository.petstore, output: folder.path, existingFiles: .merged)
        whole.takesWhole = true
        #expect(whole.run().status == .fine)
        let check = Check(code: GenerateSchema(sources: [folder.path]), document: Repository.petstore)
        #expect(check.run().status == .fine)
    }

    /// The options of a scaffold are recorded, and a merge without options uses them.
    @Test func mergesThePartThatWasScaffolded() throws {
        let folder = try TemporaryFolder()
        var part = Scaffold(document: Repository.petstore, output: folder.path)
        part.selection.operations = ["listPets"]
        #expect(part.run().status == .fine)
        let files = folder.files
        let before = files.map { folder.text(of: $0) }

        part.existingFiles = .merged
        part.selection = DocumentSelection()
        let outcome = part.run()
        #expect(outcome.status == .fine)
        #expect(
            outcome.diagnostics.map(\.message) == [
                "--operation 'listPets' was scaffolded here, so only this part is merged"
            ])
        #expect(folder.files == files)
        #expect(files.map { folder.text(of: $0) } == before)

        part.selection.operations = ["createPets"]
        #expect(part.run().diagnostics.map(\.code) == ["other-options"])
        #expect(files.map { folder.text(of: $0) } == before)

        part.selection.operations = ["listPets", "createPets"]
        #expect(part.run().status == .fine)
        #expect(folder.text(of: "Views.swift")?.contains("createPets") == true)
        #expect(folder.text(of: ".concord/options.yaml")?.contains("createPets") == true)
    }

    @Test func mergesNoPartOntoTheWhole() throws {
        let folder = try TemporaryFolder()
        #expect(Scaffold(document: Repository.petstore, output: folder.path).run().status == .fine)
        var part = Scaffold(document: Repository.petstore, output: folder.path, existingFiles: .merged)
        part.selection.paths = ["/pets"]
        let outcome = part.run()
        #expect(outcome.status == .unusable)
        #expect(outcome.diagnostics.map(\.code) == ["other-options"])
    }

    @Test func scaffoldsWhereThereIsNothingYet() throws {
        let (merged, plain) = (try TemporaryFolder(), try TemporaryFolder())
        #expect(
            Scaffold(document: Repository.petstore, output: merged.path + "/new", existingFiles: .merged).run().status
                == .fine)
        #expect(Scaffold(document: Repository.petstore, output: plain.path + "/new").run().status == .fine)
        #expect(merged.files == plain.files)
        for file in merged.files { #expect(merged.text(of: file) == plain.text(of: file)) }
    }

    @Test func writesNothingIntoSwiftThatItCannotRead() throws {
        let folder = try TemporaryFolder()
        #expect(Scaffold(document: Repository.petstore, output: folder.path).run().status == .fine)
        try folder.write("struct {", to: "Mine.swift")
        let before = folder.files.map { folder.text(of: $0) }
        let outcome = Scaffold(document: Repository.petstore, output: folder.path, existingFiles: .merged).run()
        #expect(outcome.status == .unusable)
        #expect(outcome.diagnostics.contains { $0.code == "swift-syntax" })
        #expect(folder.files.map { folder.text(of: $0) } == before)
    }

    @Test func takesTheBaseThatIsNamedForTheRecord() throws {
        let folder = try TemporaryFolder()
        #expect(Scaffold(document: Repository.petstore, output: folder.path).run().status == .fine)
        try FileManager.default.removeItem(atPath: folder.path + "/.concord")
        try folder.write(Self.withLowerLimit(), to: "newer.yaml")

        var merge = Scaffold(document: folder.path + "/newer.yaml", output: folder.path, existingFiles: .merged)
        let undecided = merge.run()
        #expect(undecided.status == .found)
        #expect(undecided.diagnostics.map(\.code) == ["no-record", "merge-undecided"])

        merge.base = Repository.petstore
        #expect(merge.run().status == .fine)
        #expect(folder.text(of: "Views.swift")?.contains(".maximum(50)") == true)
    }

    /// The record of a package is beside its manifest, and a merge can be limited to its sources.
    @Test(arguments: ["Sources", "Sources/Petstore", "Sources/Petstore/", "Sources/../Sources/Petstore"])
    func findsTheRecordInAFolderAbove(output: String) throws {
        let folder = try TemporaryFolder()
        let package = Scaffold(
            document: Repository.petstore, output: folder.path + "/package", module: "Petstore",
            packageUsing: .folder(folder.path))
        #expect(package.run().status == .fine)
        let files = folder.files
        try folder.write(Self.withLowerLimit(), to: "newer.yaml")

        let merge = Scaffold(
            document: folder.path + "/newer.yaml", output: folder.path + "/package/" + output, existingFiles: .merged)
        let outcome = merge.run()
        #expect(outcome.status == .fine)
        #expect(outcome.diagnostics.map(\.code) == ["record-above"])
        #expect(folder.text(of: "package/Sources/Petstore/Views.swift")?.contains(".maximum(50)") == true)
        #expect(folder.text(of: "package/.concord/openapi.yaml")?.contains("maximum: 50") == true)
        #expect(folder.files == (files + ["newer.yaml"]).sorted())
    }

    /// A record beyond the package belongs to other code, and a folder without Swift code is scaffolded by itself.
    @Test(arguments: [("other/Package.swift", "other/Sources"), ("notes.txt", "more")])
    func leavesTheRecordOfOtherCodeAlone(file: String, output: String) throws {
        let folder = try TemporaryFolder()
        #expect(Scaffold(document: Repository.petstore, output: folder.path).run().status == .fine)
        let record = folder.text(of: ".concord/openapi.yaml")
        try folder.write("// swift-tools-version: 6.1\n", to: file)
        try folder.write(Self.withLowerLimit(), to: "newer.yaml")
        let merge = Scaffold(
            document: folder.path + "/newer.yaml", output: folder.path + "/" + output, existingFiles: .merged)
        #expect(merge.run().status == .fine)
        #expect(folder.text(of: ".concord/openapi.yaml") == record)
        #expect(folder.text(of: output + "/.concord/openapi.yaml")?.contains("maximum: 50") == true)
    }

    private static func withLowerLimit() throws -> String {
        try String(contentsOfFile: Repository.petstore, encoding: .utf8)
            .replacing("maximum: 100", with: "maximum: 50")
    }

    @Test func keepsLineEndsAndIndentation() throws {
        let folder = try TemporaryFolder()
        #expect(Scaffold(document: Repository.petstore, output: folder.path).run().status == .fine)
        let serializers = try #require(folder.text(of: "Serializers.swift"))
        let restyled = serializers.replacing("    ", with: "\t").replacing("\n", with: "\r\n")
        try folder.write(restyled, to: "Serializers.swift")
        let newer = try String(contentsOfFile: Repository.petstore, encoding: .utf8)
            .replacing("        tag:\n", with: "        age:\n          type: integer\n        tag:\n")
        try folder.write(newer, to: "newer.yaml")
        let outcome = Scaffold(
            document: folder.path + "/newer.yaml", output: folder.path, existingFiles: .merged
        ).run()
        #expect(outcome.status == .fine)
        #expect(
            folder.text(of: "Serializers.swift")
                == restyled.replacing("\tvar tag: String?", with: "\tvar age: Int?\r\n\tvar tag: String?"))
    }
}
