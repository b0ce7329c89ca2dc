import Testing

@testable import ConcordPatterns

@Suite struct PatternTests {
    @Test(arguments: [
        ("^[A-Z]{2}-[0-9]{4}$", "NO-0042", true), ("^[A-Z]{2}-[0-9]{4}$", "NO-00421", false),
        ("[0-9]{2}", "a12b", true), ("[0-9]{2}", "a1b2", false), ("", "anything", true), ("^$", "", true),
        ("^$", "a", false),
        ("a|b|c", "xc", true), ("^(a|bc)+$", "abcbca", true), ("^(?:a|b)?c$", "c", true), ("^a{2,3}$", "aaaa", false),
        ("^a{2,}$", "aaaa", true), ("^a{0}$", "", true), ("^(?<year>\\d{4})$", "2026", true), ("^.$", "\n", false),
        ("^.$", "🎈", true), ("^\\u{1F388}$", "🎈", true), ("^\\uD83C\\uDF88$", "🎈", true), ("^\\x41\\t$", "A\t", true),
        ("^[^a-c]+$", "def", true), ("^[^a-c]+$", "dea", false), ("^[\\w.-]+$", "a_1.b-c", true),
        ("^[\\s\\S]*$", "a\nb", true),
        ("^[a\\-z]$", "-", true), ("^[-a]$", "-", true), ("^[a-]$", "-", true), ("^[\\]]$", "]", true),
        ("^[]$", "", false),
        ("^[^]$", "x", true), ("\\bcat\\b", "a cat!", true), ("\\bcat\\b", "concat", false), ("\\Bcat", "concat", true),
        ("^\\d$", "٣", false), ("^\\p{Lu}\\p{L}*$", "Ærlig", true), ("^\\P{L}$", "1", true), ("^{}$", "{}", true),
        ("^\\p{Letter}$", "Æ", true), ("^\\p{Letter}$", "1", false), ("^\\p{gc=Decimal_Number}$", "٣", true),
        ("^\\p{Alphabetic}$", "ω", true), ("^\\P{Upper}$", "Æ", false), ("^[\\p{White_Space}_]$", "\u{3000}", true),
        ("^\\p{Cased_Letter}$", "中", false), ("^\\p{ASCII}+$", "aé", false), ("^\\p{Any}$", "é", true),
        ("^a{,2}$", "a{,2}", true), ("^\\/x\\.$", "/x.", true), ("^(a*)*$", "aaa", true), ("^(a?){3}$", "aa", true),
        ("(?=x)x", "x", true), ("(?=x)y", "y", false), ("^(?=.*[0-9])(?=.*[a-z]).{4,}$", "ab12", true),
        ("^(?=.*[0-9])(?=.*[a-z]).{4,}$", "abcd", false), ("^(?!.*admin).*$", "user", true),
        ("^(?!.*admin).*$", "an admin", false), ("(?<=\\$)[0-9]+$", "$42", true), ("(?<=\\$)[0-9]+$", "€42", false),
        ("(?<!-)\\b[0-9]", "-1", false), ("(?<!-)\\b[0-9]", "+1", true), ("a(?=b(?!c))", "abd", true),
        ("a(?=b(?!c))", "abc", false), ("(?<=a+)b", "aab", true), ("^(?:(?=a)a|b)+$", "abab", true),
        ("^(?=(?:aa)+$)", "aaa", false), ("(?=$)", "a", true), ("(?<=^)a", "ba", false),
        ("^(a)\\1$", "aa", true), ("^(a)\\1$", "ab", false), ("^(?<q>['\"])[^'\"]*\\k<q>$", "'x'", true),
        ("^(?<q>['\"])[^'\"]*\\k<q>$", "'x\"", false), ("^(a|b)*\\1$", "abb", true), ("^(a|b)*\\1$", "aba", false),
        ("^(?=(.)\\1)a*$", "aa", true), ("^(?:a?){3}(b)\\1$", "abb", true), ("(?<=(b))\\1", "bb", true),
        ("\\1(a)", "a", true), ("^\\k<n>(?<n>a)$", "a", true),
        ("^\\p{Script=Greek}+$", "αβγ", true), ("^\\p{sc=Greek}+$", "abc", false), ("^\\P{Script=Han}$", "中", false),
    ])
    func matches(pattern: String, text: String, isMatched: Bool) {
        #expect(Pattern(pattern).matches(text) == isMatched)
    }

    /// An unknown pattern matches every string, and callers with untrusted patterns can tell that it is unknown.
    @Test(arguments: ["\\p{letter}", "\\p{Script=Klingon}", "(?i:x)"])
    func isNotMatchedIfUnknown(pattern: String) {
        #expect(Pattern(pattern).matchesInBoundedTime("y") == nil)
        #expect(Pattern(pattern).matches("y"))
    }

    @Test(arguments: ["(", "[", "a)", "*a", "a{2,1}", "[b-a]", "\\u{110000}", "\\u{12", "(?<n", "\\x1"])
    func isToldWhereItIsNone(pattern: String) {
        #expect(PatternParser.read(pattern).node == nil)
        #expect(Pattern.problems(in: pattern).map(\.kind) == [.invalid])
    }

    @Test(arguments: [
        ("(?=x)x", []), ("(?<=a)b(?!c)", []), ("(?:a)(?i:b)\\k<n>\\1", []), ("^[\\-_]\\/$", []),
        ("\\p{Script=Greek}", []),
        ("(?P<y>a)", ["'(?P<' is not valid in ECMA-262"]),
        ("(?i)a", ["ECMA-262 has no inline flags"]),
        ("\\Aa\\z", ["'\\A' is the letter 'A' in ECMA-262", "'\\z' is the letter 'z' in ECMA-262"]),
        ("a++", ["the '+' has nothing to repeat"]), ("[a", ["a '[' is not closed"]),
    ])
    func isHeldToECMA262(pattern: String, problems: [String]) {
        #expect(Pattern.problems(in: pattern).map(\.message) == problems)
    }

    /// The number of steps for a pattern with a back-reference is limited. If matching takes more steps, the string
    /// doesn't match.
    @Test(arguments: ["^(a+)+\\1b$", "^(a*)*(b?)\\2c$", "(.*)(.*)(.*)\\1\\2\\3x$"])
    func boundsTheStepsOfBackReferences(pattern: String) {
        let text = String(repeating: "a", count: 2000) + "!"
        #expect(Pattern(pattern).matchesInBoundedTime(text) == nil)
        #expect(!Pattern(pattern).matches(text))
    }

    /// Patterns that take exponential time with a backtracking matcher.
    @Test(arguments: [
        "^(a+)+$", "^(a|aa)+$", "^(a*)*b$", "^([a-z]+)*[0-9]$", "(.*)(.*)(.*)(.*)x$", "^(?=(a+)+$)(?!(b|a*)*c).*",
        "(?<=(a+)+)b",
    ])
    func takesTimeOfTheTextAlone(pattern: String) {
        #expect(!Pattern(pattern).matches(String(repeating: "a", count: 2000) + "!"))
    }

    @Test func boundsItsSize() {
        let nested = String(repeating: "(", count: 30) + "a" + String(repeating: "{10})", count: 30)
        #expect(PatternParser.read(nested).node.flatMap { PatternProgram($0) } == nil)
        #expect(PatternParser.read("a{1,4000}").node.flatMap { PatternProgram($0) } != nil)
        #expect(PatternParser.read("a{999999999999999}").node.flatMap { PatternProgram($0) } == nil)
        #expect(PatternParser.read("(?:(?=a{9999})){9999}").node.flatMap { PatternProgram($0) } == nil)
        #expect(PatternParser.read(String(repeating: "(", count: 100_000)).node == nil)
    }
}
