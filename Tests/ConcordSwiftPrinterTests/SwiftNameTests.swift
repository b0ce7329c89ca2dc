import ConcordSwiftPrinter
import Testing

@Suite struct SwiftNameTests {
    @Test(arguments: ["a", "_a", "größe", "名前", "🐕", "a1", "self", "Type"])
    func isIdentifier(name: String) { #expect(SwiftName.isIdentifier(name)) }

    @Test(arguments: ["", "_", "1a", "a b", "a-b", "`a`", "a\n", "\u{301}a", "a\u{202E}", "a.b", "$0", "#if"])
    func isNoIdentifier(name: String) { #expect(!SwiftName.isIdentifier(name)) }

    @Test(arguments: [
        ("default", SwiftName.Place.plain, "`default`"), ("default", .member, "default"), ("init", .member, "`init`"),
        ("self", .member, "`self`"), ("Type", .plain, "`Type`"), ("Any", .type, "Any"), ("inout", .label, "`inout`"),
        ("in", .label, "in"), ("a b", .plain, "`a b`"), ("a`\nb", .plain, "`a__b`"), ("_", .label, "_"),
    ])
    func isWritten(name: String, place: SwiftName.Place, text: String) {
        #expect(SwiftName.written(name, in: place) == text)
    }
}
