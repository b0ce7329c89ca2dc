import ConcordDiagnostics
import ConcordYAML
import Testing

/// Input that attacks time, memory, or the stack. Each results in a tree or a diagnostic.
@Suite struct HostileInputTests {
    private static func times(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map(line).joined() }

    @Test(
        arguments: [
            ("[", 100_000, "nested-too-deep"), ("{a: ", 100_000, "nested-too-deep"), ("- ", 100_000, "nested-too-deep"),
            ("? ", 100_000, "nested-too-deep"), ("{\"a\":", 100_000, "nested-too-deep"),
            ("[[],", 100_000, "nested-too-deep"),
            ("&a ", 10_000, "yaml-syntax"), ("- !a ", 1, "unknown-tag"), ("a: ", 10_000, "yaml-syntax"),
            ("\n", 1_000_000, "empty-file"), ("%TAG !a! a\n", 10_000, "too-many-directives"), ("{", 1, "yaml-syntax"),
            ("\"", 1, "yaml-syntax"), ("'\n", 1_000, "yaml-syntax"), ("%", 1_000, "yaml-syntax"),
        ])
    func `a piece of text over and over`(piece: String, count: Int, code: String) {
        let reading = NodeReader().read(Array(String(repeating: piece, count: count).utf8))
        #expect(reading.diagnostics.map(\.code) == [code])
    }

    @Test func `aliases that stand for a billion nodes`() {
        let text =
            "- &a0 [x, x, x, x, x, x, x, x, x]\n"
            + Self.times(12) { "- &a\($0 + 1) [" + String(repeating: "*a\($0), ", count: 9) + "]\n" }
        #expect(NodeReader().read(Array(text.utf8)).diagnostics.map(\.code) == ["aliases-too-large"])
    }

    @Test func `aliases that nest what each line holds once`() {
        let text = "- &a0 [x]\n" + Self.times(10_000) { "- &a\($0 + 1) [*a\($0)]\n" }
        #expect(NodeReader().read(Array(text.utf8)).diagnostics.map(\.code) == ["nested-too-deep"])
    }

    @Test func `merge keys that bring the same mapping over and over`() {
        let text = "a: &a {" + Self.times(1_000) { "k\($0): 1, " } + "}\n" + Self.times(10_000) { "m\($0): {<<: *a}\n" }
        #expect(NodeReader().read(Array(text.utf8)).diagnostics.map(\.code) == ["aliases-too-large"])
    }

    @Test func `a hundred thousand keys, and one key a hundred thousand times`() {
        let keys = Self.times(100_000) { "k\($0): 1\n" }
        #expect(NodeReader().read(Array(keys.utf8)).node?.mapping?.count == 100_000)
        let reading = NodeReader().read(Array(String(repeating: "k: 1\n", count: 100_000).utf8))
        #expect(reading.node?.mapping?.count == 1)
        #expect(reading.diagnostics.count == 1_001)
    }

    @Test func `limits of one's own`() {
        let limits = ReadingLimits(bytes: 40, depth: 3, nodes: 10, aliasedNodes: 2)
        func codes(_ text: String) -> [String] {
            NodeReader(limits: limits).read(Array(text.utf8)).diagnostics.map(\.code)
        }
        #expect(codes("- [[1]]") == [])
        #expect(codes("- [[[1]]]") == ["nested-too-deep"])
        #expect(codes("[[[[1]]]]") == ["nested-too-deep"])
        #expect(codes(String(repeating: "- 1\n", count: 9)) == [])
        #expect(codes("[1,1,1,1,1,1,1,1,1,1,1,1,1]") == ["too-many-nodes"])
        #expect(codes("- \(String(repeating: "x", count: 40))") == ["text-too-long"])
        #expect(codes("- &a [1]\n- *a\n- *a") == ["aliases-too-large"])
    }

    @Test func `what is deeply nested is not written many times as long`() throws {
        let text =
            String(repeating: "[", count: 200) + String(repeating: "a, ", count: 10_000)
            + String(repeating: "]", count: 200)
        let node = try Node(yaml: text)
        #expect(node.yaml.utf8.count < text.utf8.count * 10)
        #expect(node.json.utf8.count < text.utf8.count * 10)
        #expect(try Node(yaml: node.yaml) == node)
        #expect(try Node(json: node.json) == node)
    }

    private static let small = """
        # A little of everything.
        openapi: "3.1.0"
        info: &info {title: 'It''s', version: 1.0, "é\\u00e9": [a, *info]}
        text: |+
          one
            two

        folded: >-
          a
          b
        <<: *info
        ? long
        : !!str 1

        """

    @Test func `cut off at each byte`() {
        for text in [Self.small, (try? Node(yaml: Self.small.replacing("*info", with: "b")).json) ?? ""] {
            let bytes = Array(text.utf8)
            for length in bytes.indices {
                let reading = NodeReader().read(Array(bytes[..<length]))
                #expect(reading.node != nil || !reading.diagnostics.isEmpty)
            }
        }
    }

    @Test func `bytes changed at random`() {
        var random = SplitMix(state: 2)
        let bytes = Array(Self.small.utf8)
        for _ in 0..<5_000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: changed.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1:
                    changed.insert(
                        Array("\t\n :-[]{}\"'&*!|>%@#,?\0\r".utf8).randomElement(using: &random) ?? 0, at: place)
                default: changed.remove(at: place)
                }
            }
            let reading = NodeReader().read(changed)
            guard let node = reading.node else {
                #expect(!reading.diagnostics.isEmpty)
                continue
            }
            #expect((try? Node(yaml: node.yaml)) == node, "\(String(decoding: changed, as: UTF8.self))")
            #expect((try? Node(json: node.json))?.isEquivalent(to: node) == true)
        }
    }
}
