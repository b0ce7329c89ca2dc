import ConcordCore
import Testing

@Suite struct UnionTests {
    private func read<C: _Core.Codec>(_ text: String, _ codec: C) -> (value: C.Value?, issues: [String]) {
        var issues = _Core.Issues()
        let value = _Core.JSONReader.read(Array(text.utf8), codec, issues: &issues)
        return (value, issues.found.map { "\($0.pointer): \($0.message)" })
    }

    @Test func discriminates() {
        let (dog, issues) = read(#"{"packSize": 3, "nickname": "Rex", "kind": "dog"}"#, _Core.Wire.value(Beast.self))
        #expect(issues == [])
        #expect(dog == .dog(Dog(creature: Creature(kind: "dog", nickname: "Rex"), packSize: 3)))
        #expect(read(#"{"kind": "cow"}"#, _Core.Wire.value(Beast.self)).issues == ["/kind: must be 'dog' or 'cat'"])
        #expect(read(#"{"kind": 1}"#, _Core.Wire.value(Beast.self)).issues == ["/kind: must be 'dog' or 'cat'"])
        #expect(read("{}", _Core.Wire.value(Beast.self)).issues == ["/kind: is required"])
        #expect(read("[]", _Core.Wire.value(Beast.self)).issues == [": must be an object, not an array"])
    }

    @Test func reportsTheDiscriminatedAlternativeAlone() {
        #expect(
            read(#"[{"kind": "dog", "packSize": 0, "nickname": 3}]"#, _Core.Wire.value([Beast].self)).issues == [
                "/0/nickname: must be a string, not a number", "/0/packSize: must be at least 1",
            ])
    }

    @Test func refusesOtherProperties() {
        #expect(
            read(#"{"kind": "cat", "tail": 1}"#, _Core.Wire.value(Cat.self)).issues == ["/tail: is not allowed here"])
        #expect(read(#"{"kind": "cat"}"#, _Core.Wire.value(Cat.self)).issues == [": must have at least 2 properties"])
        #expect(read(#"{"kind": "dog", "lives": 9}"#, _Core.Wire.value(Cat.self)).issues == [#"/kind: must be "cat""#])
    }

    @Test func triesAlternatives() {
        #expect(read("\"a\"", _Core.Wire.value(StopWords.self)).value == .one("a"))
        #expect(read("[\"a\"]", _Core.Wire.value(StopWords.self)).value == .many(["a"]))
        #expect(read("null", _Core.Wire.value(StopWords.self)).value == .null)
        #expect(
            read("\"0123456789\"", _Core.Wire.value(StopWords.self)).issues == [": matches none of one, many and null"])
        #expect(read("[1]", _Core.Wire.value(StopWords.self)).issues == ["/0: must be a string, not a number"])
        #expect(read("{", _Core.Wire.value(StopWords.self)).issues.count == 1)
    }

    /// A value that can contain itself in two ways takes exponential time without a bound.
    enum Ambiguous: WireValue {
        case left([Ambiguous])
        case right([Ambiguous])

        init?(from json: inout _Core.JSONReader) {
            var union = json.beginUnion()
            let left = json.attempt("left", _Core.Wire.value([Ambiguous].self), nil, &union)
            let right = json.attempt("right", _Core.Wire.value([Ambiguous].self), nil, &union)
            json.endUnion(union, exactlyOne: false)
            guard let value = left ?? right else { return nil }
            self = .left(value)
        }

        func write(to json: inout _Core.JSONWriter) {}
    }

    @Test func boundsNestedAlternatives() {
        let text = String(repeating: "[", count: 120) + String(repeating: "]", count: 120)
        #expect(read(text, _Core.Wire.value(Ambiguous.self)).issues == [": has too many nested alternatives"])
    }
}
