import ConcordYAML
import Foundation
import Testing

/// The round-trip law: a tree that is written and read again is equal.
@Suite struct RoundTripTests {
    static let texts = [
        "", " ", "a", "two words", "1.10", "1", "0x1F", "0o17", "1e400", ".5", "1_000", "12:30:45", "2024-01-01",
        "2024-01-01T10:00:00Z", "1.0.0", "yes", "No", "on", "off", "y", "null", "~", "true", "True", ".inf", "-.NaN",
        "=",
        "<<", "-", "- a", "-a", "---", "...", "?", "? a", ":", ": a", "a:", "a: b", "a:b", "a #b", "a#b", "#a", "&a",
        "*a",
        "!a", "|", ">", "'", "\"", "'a'", "\"a\"", "a'b", "a\"b", "a'b\"c", "%a", "@a", "`a`", "{a}", "[a]", "a, b",
        "a\\b",
        " a", "a ", "a\t", "\ta", "a\tb", "a\n", "a\nb", "a\nb\n", "a\n\n\n", "\na", "\n", "\n\n", " a\nb", "\n a\nb",
        "\ta\nb", "a\n b\n  c", "a \nb ", "a\n \nb", "a\n ", "a\n  \n", "a\r\nb", "a\rb", "\u{0}", "a\u{7}b", "\u{7F}",
        "\u{85}", "a\u{85}b", "a\u{2028}b\n", "\u{2029}", "\u{FEFF}a", "\u{FFFE}", "\u{9F}", "é", "e\u{301}", "😀",
        "日本語",
        "a\nb: c\n- d\n", "#!/bin/sh\necho\n", "/pets/{id}", "https://example.com/a?b=c#d",
        "application/json; charset=utf-8",
        String(repeating: "long ", count: 500), String(repeating: "x", count: 2000),
    ]

    @Test(arguments: texts) func `text as a value, a key and an item`(text: String) throws {
        let node: Node = .mapping([
            "value": .string(text), "items": [.string(text), [.string(text)]],
            "inner": .mapping([text: .string(text), text + "2": ["a"]]),
        ])
        #expect(try Node(yaml: node.yaml) == node, "\(node.yaml)")
        #expect(try Node(json: node.json) == node, "\(node.json)")
        #expect(try Node(json: node.compactJSON) == node)
        #expect(try Node(yaml: node.flowYAML) == node, "\(node.flowYAML)")
        if text.utf8.count < 1000 { #expect(try Node(yaml: node.json) == node) }  // longer keys are only JSON
        #expect(try Node(yaml: Node.string(text).yaml) == .string(text))
    }

    @Test(arguments: [
        "1", "1.0", "-0", "+1", "010", "1.", ".5", "0x1F", "0o17", "1e400", "9223372036854775808", "-.inf",
    ])
    func `numbers keep their text`(text: String) throws {
        #expect(try Node(yaml: Node.number(text).yaml) == .number(text))
    }

    @Test func `random texts`() throws {
        var random = SplitMix(state: 1)
        let alphabet = Array("ab \n\t:-#'\"|>{}[],&*!%@`~0123.\\\r\u{85}é😀?")
        for _ in 0..<20_000 {
            let text = String(
                (0..<Int.random(in: 0...8, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
            let node: Node = [.mapping([text: .string(text)]), .string(text)]
            #expect(try Node(yaml: node.yaml) == node, "\(text.debugDescription)")
            #expect(try Node(yaml: node.flowYAML) == node, "\(text.debugDescription)")
            #expect(try Node(json: node.json) == node, "\(text.debugDescription)")
        }
    }
}

/// A random number generator with the same numbers in each run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
