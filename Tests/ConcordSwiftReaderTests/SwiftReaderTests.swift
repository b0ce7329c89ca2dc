import ConcordDiagnostics
import ConcordOutline
import ConcordSwiftReader
import Testing

@Suite struct SwiftReaderTests {
    /// Each file states its diagnostics in its last lines, after `// -----`.
    @Test(arguments: try Fixture.all(in: "Broken"))
    func brokenTextIsDiagnosed(fixture: Fixture) throws {
        let parts = fixture.text.split(separator: "// -----\n", maxSplits: 1)
        let text = String(parts[0])
        let diagnostics = SwiftReader().read(text, path: fixture.name).diagnostics
        let written = DiagnosticFormat.text.write(diagnostics) { _ in text }
        let expected =
            parts.count > 1 ? parts[1].split(separator: "\n").map { $0.dropFirst(3) }.joined(separator: "\n") : ""
        #expect(written == expected + "\n")
    }

    @Test func theSoundPartsOfBrokenTextAreRead() {
        let declarations = read("struct A { var x: }\nstruct B {}\nfunc (")
        #expect(declarations.contains(Declaration(.structure(TypeBody("B")))))
    }

    @Test func bytesThatAreNoTextAreDiagnosed() {
        let reading = SwiftReader().read(.init(path: "a.swift", bytes: Array("let a = 1\nlet é".utf8) + [0xFF]))
        #expect(reading.diagnostics.map(\.code) == ["not-utf-8"])
        #expect(reading.diagnostics.first?.position == SourcePosition(file: "a.swift", line: 2, column: 7))
        #expect(reading.file == SourceFile(path: "a.swift"))
    }

    @Test func filesAreReadInTheirOrder() {
        let sources = (0..<50).map {
            SwiftReader.Source(path: "\($0).swift", bytes: Array("struct A\($0) {}".utf8))
        }
        let files = SwiftReader().read(sources).map(\.file)
        #expect(
            files
                == (0..<50).map {
                    SourceFile(path: "\($0).swift", declarations: [Declaration(.structure(TypeBody("A\($0)")))])
                })
        #expect(SwiftReader().read([]).isEmpty)
    }

    @Test(arguments: [
        "[", "(", "{", "try ", "await\n", "A<", "a.", "a()", "let x: A.", "if a {} else ", "#if a\n", "inout ", "\"\\(",
        "switch a { case ", "@a(", "-(", "let ", "some ", "a ? b : ", "/*", "struct A {", "case .a(", "x?",
        "!",
    ])
    func depthIsBounded(piece: String) {
        let sources = ["", "let x = ", "let x: "].map {
            SwiftReader.Source(path: "", bytes: Array(($0 + String(repeating: piece, count: 6_000)).utf8))
        }
        #expect(SwiftReader().read(sources).allSatisfy { $0.diagnostics.containsError })
    }

    @Test func everyBeginningOfAFileIsRead() throws {
        for fixture in try Fixture.all(in: "Formatted") {
            let bytes = Array(fixture.text.utf8)
            let sources = stride(from: 0, to: bytes.count, by: 7).map {
                SwiftReader.Source(path: "", bytes: Array(bytes[..<$0]))
            }
            #expect(SwiftReader().read(sources).count == sources.count)
        }
    }
}
