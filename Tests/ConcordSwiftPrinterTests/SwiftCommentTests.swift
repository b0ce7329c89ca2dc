import ConcordOutline
import ConcordSwiftPrinter
import Testing

@Suite struct SwiftCommentTests {
    @Test(arguments: ["a", "a\n\n  b\n", "*/", "\\(x) \"\"\"", "\ta", "größer 🐕‍🦺", "\n"])
    func holds(text: String) { #expect(SwiftComment.canHold(text)) }

    @Test(arguments: ["", "a ", "a \nb", "a\t\nb", "a\r\nb", "a\u{0}", "a\u{2028}b", "\u{202E}a", "\u{85}"])
    func doesNotHold(text: String) { #expect(!SwiftComment.canHold(text)) }

    @Test(arguments: ["\r", "\n", "\r\n", "\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{C}"])
    func textNeverLeavesIt(lineEnd: String) {
        let declaration = Declaration(documentation: "a\(lineEnd)struct Evil {}", .structure(TypeBody("Pet")))
        #expect(SwiftPrinter().print(declaration) == "/// a\n/// struct Evil {}\nstruct Pet {}\n")
    }
}
