import ConcordOutline
import ConcordSwiftPrinter
import Testing

@Suite struct StringLiteralTests {
    @Test(arguments: [
        ("", #""""#),
        ("plain", #""plain""#),
        ("^[A-Z]{2}-\\d$", ##"#"^[A-Z]{2}-\d$"#"##),
        ("say \"yes\"", ##"#"say "yes""#"##),
        ("\"\"", #""\"\"""#),
        ("\"#", ###"##""#"##"###),
        ("\\(x)", ##"#"\(x)"#"##),
        ("Our fault.\n", #""Our fault.\n""#),
        ("a\u{2028}\u{202E}\0", #""a\u{2028}\u{202E}\u{0}""#),
        ("\u{301}", #""\u{301}""#),
        ("a\nb", "\"\"\"\na\nb\n\"\"\""),
        ("a \n\n  b\n", "\"\"\"\na\\u{20}\n\n  b\n\n\"\"\""),
        ("a\\d\r\nb", "#\"\"\"\na\\d\\#r\nb\n\"\"\"#"),
        ("a\n\"\"\"b", "#\"\"\"\na\n\"\"\"b\n\"\"\"#"),
    ])
    func isWrittenSoThatItReadsBack(text: String, literal: String) {
        #expect(SwiftPrinter().print(.string(text)) == literal)
    }

    @Test func aWriterWritesLiteralsOnOneLine() {
        #expect(SwiftWriter.literal("a\n\"b\"") == #""a\n\"b\"""#)
    }
}
