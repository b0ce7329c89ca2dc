import ConcordDiagnostics
import ConcordOutline
import ConcordSwiftReader
import SwiftParser
import SwiftSyntax
import Testing

/// The entry point for macros, which receive a declaration detached from its file.
@Suite struct SyntaxSourceTests {
    private static let text = """
        import Concord

            /// A pet.
            @Serializer struct Pet {
                @Field(.minLength(1)) var name: String
            }
        """

    private static var node: Syntax {
        let items = Parser.parse(source: text).statements
        return items.last.map { Syntax($0.item).detached } ?? Syntax(items)
    }

    @Test func readsAsTheFileDoes() {
        #expect(SyntaxSource(Self.node).declarations == read(Self.text))
    }

    @Test func placesAreThoseOfTheFile() throws {
        let source = SyntaxSource(Self.node, start: SourcePosition(file: "Pet.swift", line: 4, column: 5))
        let type = try #require(source.declarations.first)
        #expect(type.mark.position == SourcePosition(file: "Pet.swift", line: 4, column: 24))
        let argument = try #require(type.members?.first?.attributes.first?.arguments?.first)
        #expect(argument.mark.position == SourcePosition(file: "Pet.swift", line: 5, column: 16))
    }

    @Test(arguments: [nil, SourcePosition(file: "Pet.swift", line: 4, column: 5)])
    func placesLeadBackToTheSyntax(start: SourcePosition?) throws {
        let source = SyntaxSource(Self.node, start: start)
        let type = try #require(source.declarations.first)
        #expect(source.token(at: try #require(type.mark.position))?.text == "Pet")
        let argument = try #require(type.members?.first?.attributes.first?.arguments?.first)
        #expect(source.token(at: try #require(argument.mark.position))?.text == ".")
        #expect(source.token(at: SourcePosition(file: "Pet.swift", line: 99, column: 1)) == nil)
    }
}
