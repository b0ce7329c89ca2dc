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
        #expect(text.contains(##"yaml: ##""""##), "one # more than the text has")
    }
}
