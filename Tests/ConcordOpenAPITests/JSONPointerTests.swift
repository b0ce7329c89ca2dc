import ConcordOpenAPI
import Testing

@Suite struct JSONPointerTests {
    @Test(
        arguments: [
            ("", []), ("/", [""]), ("/a/b", ["a", "b"]), ("/a~1b/~0", ["a/b", "~"]), ("/~01", ["~1"]),
            ("//", ["", ""]),
        ] as [(String, [String])])
    func `reads and writes`(text: String, tokens: [String]) {
        #expect(JSONPointer(text)?.tokens == tokens)
        #expect(JSONPointer(tokens).description == text)
    }

    @Test func `a pointer opens with a slash`() {
        #expect(JSONPointer("a/b") == nil)
    }

    @Test func `as a fragment`() {
        #expect(JSONPointer(["paths", "/pets/{id} é"]).fragment == "#/paths/~1pets~1%7Bid%7D%20%C3%A9")
    }
}
