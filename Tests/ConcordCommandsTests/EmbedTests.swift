import ConcordCommands
import Foundation
import Testing

struct EmbedTests {
    @Test func holdsTheDocumentInALiteralThatNothingLeaves() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            ##"""
            import Concord
            /// Ends a literal: """ "# """# and \#(escapes) \(it).
            @API(title: "Pets", version: "1")
            public enum PetAPI {
                static let views: [any View.Type] = []
            }
            """##, to: "API.swift")
        let output = folder.path + "/EmbeddedDocument.swift"
        #expect(Embed(sources: [folder.path + "/API.swift"], output: output).run().status == .fine)
        let text = try #require(folder.text(of: "EmbeddedDocument.swift"))
        #expect(text.contains("extension PetAPI {"))
        #expect(text.contains("public static let document: _Core.EmbeddedDocument?"))
        #expect(text.contains("yaml: ##\""), "one # more than the text has")
        #expect(text.contains("public static let declaredModels: _Core.DeclaredModels = []"))
    }

    @Test func escapesCharactersThatASourceFileCannotContain() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            #"""
            import Concord
            @Serializer struct Pet { @Field("tab\tkey") var name: String }
            @API(title: "Pets", version: "1")
            enum PetAPI {
                static let components: [Any.Type] = [Pet.self]
                static let views: [any View.Type] = []
            }
            """#, to: "API.swift")
        let output = folder.path + "/EmbeddedDocument.swift"
        #expect(Embed(sources: [folder.path + "/API.swift"], output: output).run().status == .fine)
        let text = try #require(folder.text(of: "EmbeddedDocument.swift"))
        #expect(text.contains("u{9}key"))
        #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) || $0 >= 0x80 })
    }

    @Test func namesTheModelsThatOtherFilesCanUse() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            import Concord
            @API(title: "Pets", version: "1") enum PetAPI { static let views: [any View.Type] = [] }
            @Model struct Pet { var id: Int }
            @Model private struct Hidden { var id: Int }
            @Model fileprivate struct Note { var id: Int }
            @Model struct Visit { var id: Int }
            """, to: "API.swift")
        let output = folder.path + "/EmbeddedDocument.swift"
        #expect(Embed(sources: [folder.path + "/API.swift"], output: output).run().output.isEmpty)
        let text = folder.text(of: "EmbeddedDocument.swift") ?? ""
        #expect(text.contains("[Pet.self, Visit.self]"))
    }
}
