import ConcordCommands
import ConcordDiagnostics
import Foundation
import Testing

struct OutputFolderTests {
    @Test func writesFilesIntoNewFolders() throws {
        let folder = try TemporaryFolder()
        let output = OutputFolder(folder.path + "/new")
        let problems = output.write([
            OutputFile(path: "Package.swift", text: "a"), OutputFile(path: "Sources/Pets/API.swift", text: "b"),
        ])
        #expect(problems.isEmpty)
        #expect(folder.files == ["new/Package.swift", "new/Sources/Pets/API.swift"])
        #expect(folder.text(of: "new/Sources/Pets/API.swift") == "b")
    }

    @Test func leavesAFileThatIsDifferentAndWritesNothingElse() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "Views.swift")
        let files = [OutputFile(path: "API.swift", text: "new"), OutputFile(path: "Views.swift", text: "theirs")]
        let problems = OutputFolder(folder.path).write(files)
        #expect(problems.map(\.code) == ["file-exists"])
        #expect(folder.files == ["Views.swift"])
        #expect(folder.text(of: "Views.swift") == "mine")

        #expect(OutputFolder(folder.path, isReplacing: true).write(files).isEmpty)
        #expect(folder.files == ["API.swift", "Views.swift"])
        #expect(folder.text(of: "Views.swift") == "theirs")
    }

    @Test func doesNotTouchAFileThatWouldNotChange() throws {
        let folder = try TemporaryFolder()
        try folder.write("same", to: "API.swift")
        let past = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: folder.path + "/API.swift")
        #expect(OutputFolder(folder.path).write([OutputFile(path: "API.swift", text: "same")]).isEmpty)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/API.swift")
        #expect(attributes[.modificationDate] as? Date == past)
    }

    @Test(arguments: [
        "../outside", "a/../../outside", "/etc/outside", "", "a//b", "./a", "a/.", "a\\..\\b", "C:name", "a\u{0}b",
        "a\nb",
        String(repeating: "x", count: 256),
    ])
    func refusesAPathThatCouldLeadOut(path: String) throws {
        let folder = try TemporaryFolder()
        let output = OutputFolder(folder.path + "/in", isReplacing: true)
        let problems = output.write([OutputFile(path: "good", text: ""), OutputFile(path: path, text: "")])
        #expect(problems.map(\.code) == ["unsafe-path"])
        #expect(folder.files.isEmpty)
    }

    @Test(arguments: ["link/file", "link"])
    func refusesToFollowALink(path: String) throws {
        let (folder, elsewhere) = (try TemporaryFolder(), try TemporaryFolder())
        try elsewhere.write("untouched", to: "file")
        let target = path == "link" ? elsewhere.path + "/file" : elsewhere.path
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: target)
        let problems = OutputFolder(folder.path, isReplacing: true).write([OutputFile(path: path, text: "in")])
        #expect(problems.map(\.code) == ["symbolic-link"])
        #expect(elsewhere.text(of: "file") == "untouched")
        #expect(elsewhere.files == ["file"])
    }

    @Test func refusesNamesThatAreOneWhereCaseIsIgnored() throws {
        let folder = try TemporaryFolder()
        let problems = OutputFolder(folder.path).write([
            OutputFile(path: "Pet.swift", text: "a"), OutputFile(path: "pet.swift", text: "b"),
        ])
        #expect(problems.map(\.code) == ["file-collision"])
        #expect(folder.files.isEmpty)
    }

    @Test func saysThatTheFolderIsAFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "file")
        let problems = OutputFolder(folder.path + "/file").write([OutputFile(path: "a", text: "")])
        #expect(problems.map(\.code) == ["not-a-folder"])
    }
}
