import ConcordOutline
import Testing

/// A literal is read as the compiler reads it. Each is stated twice, once as source code and once as its value.
@Suite struct StringReadingTests {
    @Test(arguments: [
        (#""""#, ""),
        (#""a\tb\n\r\0\\\"\'""#, "a\tb\n\r\0\\\"\'"),
        (#""\u{1F600}\u{301}e\u{0301}""#, "\u{1F600}\u{301}e\u{0301}"),
        (##"#"\d \(x) " \#n \#u{20}"#"##, #"\d \(x) " \#n \#u{20}"#),
        (###"##"a"# \#n \##t"##"###, ##"a"# \#n \##t"##),
        (#""a" + "b" + "c""#, "a" + "b" + "c"),
        (#"("a")"#, "a"),
    ])
    func onOneLine(literal: String, value: String) throws {
        try expect(literal, value)
    }

    @Test func onSeveralLines() throws {
        try expect(
            #"""
            """
                a
                  b \
                c

                "quoted" ""two""
                \u{20}\t
                """
            """#,
            """
            a
              b \
            c

            "quoted" ""two""
            \u{20}\t
            """)
        try expect("\"\"\"\n\"\"\"", "")
        try expect("\"\"\"\n\n\"\"\"", "")
        try expect("\"\"\"\n\n\n\"\"\"", "\n")
        try expect("#\"\"\"\n  \\n \"\"\" \\#\n  b\n  \"\"\"#", "\\n \"\"\" b")
    }

    @Test(arguments: ["\r\n", "\r"])
    func onLinesThatEndOtherwise(lineEnd: String) throws {
        let literal = "\"\"\"\n    a\n\n      b \\\n    c\n    \"\"\""
        try expect(literal.replacing("\n", with: lineEnd), "a\n\n  b c")
    }

    @Test(arguments: [
        #""a \(b)""#, #""a" + b"#, #""a" - "b""#, #""\q""#, #""\u{110000}""#, "\"\"\"\n  a\n b\n  \"\"\"",
    ])
    func isOnlyTextWhereItIsNotStaticOrNotSwift(text: String) throws {
        guard case .dynamic = try readExpression(text) else { return #expect(Bool(false), "\(text)") }
    }

    private func expect(_ literal: String, _ value: String) throws {
        guard case .string(let read) = try readExpression(literal) else { return #expect(Bool(false), "\(literal)") }
        #expect(Array(read.utf8) == Array(value.utf8), "\(literal)")
    }
}
