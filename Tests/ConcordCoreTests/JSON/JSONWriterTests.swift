import ConcordCore
import Testing

@Suite struct JSONWriterTests {
    private func text(_ value: some WireValue, side: _Core.Side = .response) -> String {
        var writer = _Core.JSONWriter(side: side)
        value.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func leavesOutWhatIsAbsent() {
        #expect(
            text(Pet(id: 1, name: "Rex", born: .null, history: [.notYet], secret: "s"))
                == #"{"id":1,"name":"Rex","status":"available","born":null,"tags":[],"history":["not-yet"]}"#)
    }

    @Test func writesEachSideItsProperties() {
        #expect(
            text(Pet(id: 1, name: "Rex", secret: "s"), side: .request)
                == #"{"name":"Rex","status":"available","tags":[],"secret":"s"}"#)
    }

    @Test func flattensBranches() {
        #expect(
            text(Beast.dog(Dog(creature: Creature(kind: "dog", nickname: nil), packSize: 2)))
                == #"{"kind":"dog","packSize":2}"#)
        #expect(text(Beast.cat(Cat(lives: 9))) == #"{"kind":"cat","lives":9}"#)
        #expect(text(StopWords.many(["a", "b"])) == #"["a","b"]"#)
        #expect(text(StopWords.null) == "null")
    }

    @Test func writesNumbersShortly() {
        #expect(text([0.1, 1, 1e300, -0.5]) == "[0.1,1,1e+300,-0.5]")
        #expect(text([Double.infinity, .nan]) == "[null,null]")
        #expect(text([Float(0.1)]) == "[0.1]")
    }

    @Test func escapes() {
        #expect(text("a\"b\\c\n\u{1}\u{1F}/å") == #""a\"b\\c\n\u0001\u001f/å""#)
    }
}
