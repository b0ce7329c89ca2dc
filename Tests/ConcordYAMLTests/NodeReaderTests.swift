import ConcordDiagnostics
import ConcordYAML
import Testing

@Suite struct NodeReaderTests {
    private func read(_ text: String) -> Reading { NodeReader(file: "a.yaml").read(Array(text.utf8)) }

    private func complaints(_ text: String) -> [String] {
        read(text).diagnostics.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.code)" }
    }

    @Test(
        arguments: [
            ("~", .null), ("null", .null), ("NULL", .null), ("nUll", "nUll"), ("true", true), ("FALSE", false),
            ("tRue", "tRue"),
            ("yes", "yes"), ("no", "no"), ("on", "on"), ("y", "y"), ("1_000", "1_000"), ("2024-01-01", "2024-01-01"),
            ("12:30", "12:30"), ("0b1", "0b1"), ("1", .number("1")), ("-0", .number("-0")), ("010", .number("010")),
            ("0x1F", .number("0x1F")), ("0o17", .number("0o17")), ("0o8", "0o8"), ("1.", .number("1.")),
            (".5", .number(".5")),
            (".", "."), ("1e5", .number("1e5")), ("1e", "1e"), ("+.inf", .number("+.inf")), ("+.nan", "+.nan"),
            ("!!str 1", "1"), ("! 1", "1"), ("!!int 1", .number("1")), ("!!float 1", .number("1")), ("'1'", "1"),
            ("\"1\"", "1"),
            ("|-\n  1", "1"), (">\n  a\n  b\n", "a b\n"), ("\"a\\/b\\x41\\u263A\\U0001F600\"", "a/bA☺😀"),
        ] as [(String, Node)])
    func `scalars mean what the core schema says`(text: String, node: Node) {
        #expect(read("- " + text).node == [node])
        #expect(read("- " + text).diagnostics.isEmpty)
    }

    @Test func `keys are text whatever they look like`() {
        #expect(
            read("200: a\nnull: b\ntrue: c\n~: d\n1.0: e").node?.mapping?.keys == ["200", "null", "true", "~", "1.0"])
    }

    @Test func `keys are told apart by their bytes`() {
        #expect(read("é: 1\ne\u{301}: 2").node?.mapping?.count == 2)
    }

    @Test func `what Unicode calls a line break is text`() {
        #expect(
            read("- a\u{85}b\n- 'c\u{2028}d'\n- |-\n  e\u{2029}f").node == ["a\u{85}b", "c\u{2028}d", "e\u{2029}f"])
    }

    @Test func `line ends of Windows, a byte order mark, UTF-16`() {
        let node: Node = .mapping(["a": [1, "b\nc\n"]])
        #expect(read("a:\r\n  - 1\r\n  - |\r\n    b\r\n    c\r\n").node == node)
        #expect(read("\u{FEFF}a: [1, \"b\\nc\\n\"]").node == node)
        let units = Array("\u{FEFF}é: 1".utf16)
        #expect(NodeReader().read(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).node == .mapping(["é": 1]))
        #expect(NodeReader().read(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).node == .mapping(["é": 1]))
    }

    @Test func `positions count bytes`() throws {
        let node = try #require(read("é: [ß, {ñ: 日本}, x]\nb:\n  c: 1").node)
        let list = try #require(node["é"]?.sequence)
        #expect(node.position == Position(line: 1, column: 1))
        #expect(list.map(\.position.column) == [6, 10, 24])
        #expect(list[1]["ñ"]?.position == Position(line: 1, column: 15))
        #expect(node["b"]?["c"]?.position == Position(line: 3, column: 6))
        #expect(node["b"]?.mapping?.entry("c")?.keyPosition == Position(line: 3, column: 3))
    }

    @Test func `positions in JSON`() throws {
        let node = try #require(read("{\"a\": [1,\n \"é\", true],\n\t\"b\": {}}").node)
        #expect(
            node["a"]?.sequence?.map(\.position) == [
                Position(line: 1, column: 8), Position(line: 2, column: 2), Position(line: 2, column: 8),
            ])
        #expect(node["b"]?.position == Position(line: 3, column: 7))
    }

    @Test func `anchors, aliases and merge keys`() {
        let text = """
            base: &base {a: 1, b: 2}
            list: &list [x]
            copy: *base
            one: {<<: *base, b: 3}
            two: {<<: [*base, {c: 4}], list: *list}
            tagged: {!!merge <<: *base}
            text: {"<<": 5}
            """
        let base: Node = .mapping(["a": 1, "b": 2])
        #expect(
            read(text).node
                == .mapping([
                    "base": base, "list": ["x"], "copy": base, "one": .mapping(["a": 1, "b": 3]),
                    "two": .mapping(["a": 1, "b": 2, "c": 4, "list": ["x"]]),
                    "tagged": base, "text": .mapping(["<<": 5]),
                ]))
        #expect(read(text).diagnostics.isEmpty)
    }

    @Test func `of two equal keys the later value stands`() {
        #expect(read("a: 1\nb: 2\na: 3").node == .mapping(["a": 3, "b": 2]))
        let diagnostic = read("a: 1\nb: 2\na: 3").diagnostics.first
        #expect(diagnostic?.position == SourcePosition(file: "a.yaml", line: 3, column: 1))
        #expect(diagnostic?.related.first?.position == SourcePosition(file: "a.yaml", line: 1, column: 1))
        let many = (0..<100).map { "k\($0 % 50): \($0)" }.joined(separator: "\n")
        #expect(read(many).node?.mapping?.count == 50)
        #expect(read(many).diagnostics.count == 50)
    }

    @Test(
        arguments: [
            ("", ["1:1 empty-file"]),
            ("# only a comment\n", ["1:1 empty-file"]),
            ("a: 1\n---\nb: 2", ["2:1 several-documents"]),
            ("a: *b", ["1:4 unknown-anchor"]),
            ("a: &b [*b]", ["1:8 alias-to-itself"]),
            ("? [a]\n: b", ["1:3 key-not-text"]),
            ("a: !x 1\nb: !y {}", ["1:4 unknown-tag", "2:4 unknown-tag"]),
            ("a: !!int x\na: 1", ["1:4 tag-mismatch", "2:1 duplicate-key"]),
            ("<<: 1", ["1:1 merge-key"]),
            ("a: b: c", ["1:5 yaml-syntax"]),
            ("a:\n\t- b", ["2:1 yaml-syntax"]),
            ("a: 'b", ["1:6 yaml-syntax"]),
            ("{a: [b}", ["1:7 yaml-syntax"]),
            ("é: a\u{0}b", ["1:6 yaml-character"]),
            ("{\"a\": \"\\ud800\"}", ["1:8 lone-surrogate"]),
            ("{\"a\": 1, \"a\": 2}", ["1:10 duplicate-key"]),
            ("{\"a\": 1,}", []),
            ("{\"a\": 1", ["1:8 json-syntax"]),
        ])
    func `each problem has its place`(text: String, expected: [String]) {
        #expect(complaints(text) == expected)
    }

    @Test func `what is not UTF-8`() {
        let reading = NodeReader(file: "a").read(Array("a: b\nc: é".utf8) + [0xE9, 0x20])
        #expect(reading.node == nil)
        #expect(reading.diagnostics.map(\.code) == ["not-utf8"])
        #expect(reading.diagnostics.first?.position == SourcePosition(file: "a", line: 2, column: 6))
    }

    @Test func `a JSON file that is YAML is read with a warning`() {
        let reading = NodeReader(file: "a.json").read(Array("{\"a\": 1,}".utf8))
        #expect(reading.node == .mapping(["a": 1]))
        #expect(reading.diagnostics.map(\.severity) == [.warning])
    }
}

/// Tabs are valid where they aren't indentation.
@Suite struct TabTests {
    @Test(
        arguments: [
            ("a:\t1\n", ["a": "1"]), ("a: b\t# c\n", ["a": "b"]), ("a: b\n\t\nc: d\n", ["a": "b", "c": "d"]),
            ("a: b\n \t# x\nc: d\n", ["a": "b", "c": "d"]), ("\t\na: b\n", ["a": "b"]),
            ("a: |\n  x\n  \ty\n\t\nb: c\n", ["a": "x\n\ty\n", "b": "c"]),
            ("a: |\n  x\n  \t\n  y\n\t\n", ["a": "x\n\t\ny\n"]), ("a: \"x\n\t\n\ty\"\n", ["a": "x\ny"]),
            ("a: b\n\tc\n", nil), ("\ta: b\n", nil),
        ] as [(String, [String: String]?)])
    func `where they are legal`(text: String, expected: [String: String]?) {
        let mapping = NodeReader().read(Array(text.utf8)).node?.mapping
        let found = mapping.map {
            Dictionary(uniqueKeysWithValues: $0.entries.map { ($0.key, $0.value.string ?? $0.value.number ?? "") })
        }
        #expect(found == expected)
    }
}
