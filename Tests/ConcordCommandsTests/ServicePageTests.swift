import Foundation
import Testing

/// The Swift code on the page about services is part of the examples.
@Suite struct ServicePageTests {
    /// The lines of a text, without their common indentation.
    private struct Excerpt {
        let lines: [String]

        init(_ lines: some Collection<String>) {
            let indentation = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
            self.lines = lines.map { String($0.dropFirst(indentation)) }
        }

        /// Returns whether a file contains the lines consecutively.
        func occurs(in file: [String]) -> Bool {
            guard !lines.isEmpty, lines.count <= file.count else { return false }
            let first = lines[0].drop { $0 == " " }
            return (0...(file.count - lines.count)).contains { start in
                file[start].hasSuffix(first) && Excerpt(file[start..<start + lines.count]).lines == lines
            }
        }
    }

    /// Returns the lines of each Swift code block, in the order of the page.
    private func swiftBlocks(of page: String) -> [[String]] {
        var blocks: [[String]] = []
        var block: [String]?
        for line in page.lines {
            switch (line, block) {
            case ("```swift", nil): block = []
            case ("```", let lines?):
                blocks.append(lines)
                block = nil
            case (_, _?): block?.append(line)
            default: continue
            }
        }
        return blocks
    }

    private func examples() throws -> [[String]] {
        let folder = Repository.root + "/Examples"
        let paths = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        return try paths.filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }.map {
            try String(contentsOfFile: folder + "/" + $0, encoding: .utf8).lines
        }
    }

    @Test func everyBlockIsAnExcerptOfAnExample() throws {
        let page = try String(contentsOfFile: Repository.root + "/Documentation/Service.md", encoding: .utf8)
        let blocks = swiftBlocks(of: page)
        #expect(!blocks.isEmpty)
        let examples = try examples()
        for block in blocks {
            #expect(
                examples.contains { Excerpt(block).occurs(in: $0) },
                "no example has these lines:\n\(block.joined(separator: "\n"))")
        }
    }

    @Test func anExcerptKeepsItsLinesAndItsInnerIndentation() {
        let file = ["struct A {", "    func a() {", "        b()", "", "        c()", "    }", "}"]
        #expect(Excerpt(["func a() {", "    b()", "", "    c()", "}"]).occurs(in: file))
        #expect(!Excerpt(["func a() {", "b()", "", "c()", "}"]).occurs(in: file))
        #expect(!Excerpt(["b()", "c()"]).occurs(in: file))
        #expect(!Excerpt(["a()"]).occurs(in: file))
        #expect(!Excerpt([]).occurs(in: file))
    }
}

extension String {
    fileprivate var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
