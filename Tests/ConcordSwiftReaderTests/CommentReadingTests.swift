import ConcordSwiftReader
import Testing

@Suite struct CommentReadingTests {
    @Test(arguments: [
        ("/// One line.", "One line."),
        ("///Without a blank.", "Without a blank."),
        ("///  Two blanks.", " Two blanks."),
        ("/// a\n///\n/// b", "a\n\nb"),
        ("/// Ends in a line end.\n///", "Ends in a line end.\n"),
        ("///", ""),
        ("/// a\r\n/// b\r\n", "a\nb"),
        ("//// four", "/ four"),
        ("/// - Parameters:\n///   - id: *Markdown*", "- Parameters:\n  - id: *Markdown*"),
        ("/** One line. */", "One line."),
        ("/**\n * Stars.\n *\n *   Indented.\n */", "Stars.\n\n  Indented."),
        ("/**\n   No stars.\n     Indented.\n */", "No stars.\n  Indented."),
        ("/** a /* nested */ b */", "a /* nested */ b"),
        ("/// a\n/** b */", "a\nb"),
        ("/// lost\n\n/// kept", "kept"),
        ("/// a\n// plain\n/// b", "a\nb"),
        ("/// a\n\n// plain\n/// b", "a\nb"),
        ("/// lost\n// plain\n\n/// kept", "kept"),
        ("/// a\n/* plain */ /// b", "a\nb"),
        ("/// kept\n\n", "kept"),
        ("/// kept\n// plain", "kept"),
    ])
    func beforeADeclaration(comment: String, text: String) {
        #expect(documentation("\(comment)\nstruct Pet {}") == text)
        // Line endings of other systems.
        #expect(
            documentation("\(comment.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n"))\r\nstruct Pet {}")
                == text)
    }

    @Test(arguments: ["", "// plain", "/* plain */", "/**/", "//: playground"])
    func isNone(comment: String) {
        #expect(documentation("\(comment)\nstruct Pet {}") == nil)
    }

    @Test func afterAnAttributeItIsNone() {
        #expect(documentation("@Serializer\n/// a\nstruct Pet {}") == nil)
        #expect(documentation("/// a\n@Serializer\n/// b\nstruct Pet {}") == "a")
    }

    @Test func standsOnParametersAndCases() throws {
        let text = """
            enum E {
                /// Both.
                case a, b
                func f(
                    /// The first.
                    @Query a: Int,
                    /// The second.
                    b: Int, c: Int
                ) {}
            }
            """
        let members = try #require(read(text).first?.members)
        #expect(members.first?.documentation == "Both.")
        guard case .function(let function) = members[1].kind else { return #expect(Bool(false)) }
        #expect(function.parameters.map(\.documentation) == ["The first.", "The second.", nil])
    }

    private func documentation(_ text: String) -> String? { read(text).first?.documentation }
}
