import ConcordGoldens
import ConcordOpenAPI
import ConcordSite
import Foundation
import Testing

/// Properties of all Markdown pages.
struct MarkdownTests {
    private static let settings = SiteSettings(formats: [.markdown])

    @Test(arguments: try corpusDocuments(under: 300_000))
    func linksLeadSomewhere(document: URL) throws {
        let files = ReferenceSite(try Documents.read(document), Self.settings).files
        let paths = Set(files.map(\.path))
        var anchors: [String: Set<String>] = [:]
        for file in files {
            let text = String(decoding: file.contents, as: UTF8.self)
            anchors[file.path] = Set(
                text.matches(of: /(?m)^ *<a id="([^"]*)">/).map { Self.unescaped($0.output.1) })
        }
        var count = 0
        for file in files where file.path.hasSuffix(".md") {
            for link in Self.links(of: String(decoding: file.contents, as: UTF8.self)) {
                count += 1
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target = parts[0].isEmpty ? file.path : SitePath(String(parts[0]), from: file.path).text
                guard paths.contains(target) else {
                    Issue.record("\(link) on \(file.path)")
                    continue
                }
                guard parts.count > 1, let fragment = String(parts[1]).removingPercentEncoding else { continue }
                #expect(anchors[target]?.contains(fragment) == true, "\(link) on \(file.path)")
            }
        }
        #expect(count > 0)
    }

    private static func unescaped(_ attribute: Substring) -> String {
        String(attribute).replacing(/&#(\d+);/) { reference in
            UInt32(reference.output.1).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }

    /// The links to files, outside of code.
    private static func links(of text: String) -> [String] {
        MarkdownMarks(text).text.matches(of: /\]\(<?([^)>]*)>?\)/).map { String($0.output.1) }
            .filter { !$0.contains(":") && ($0.contains(".md") || $0.hasPrefix("#")) }
    }

    @Test func everythingIsStated() throws {
        let url = Documents.root.appending(path: "Tests/ConcordSiteTests/Fixtures/Everything.yaml")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
        let names = Set(
            lines.flatMap { $0.matches(of: /\b[Xx][A-Za-z]+(-[a-z0-9.]+)*/).map { String($0.output.0) } }
                .filter { !$0.hasPrefix("x-") && !$0.hasPrefix("xml") })
        let files = ReferenceSite(try Documents.read(url), Self.settings).files
        let pages = files.filter { $0.path.hasSuffix(".md") }.map { String(decoding: $0.contents, as: UTF8.self) }
        let text = pages.joined()
        let single = String(decoding: ReferencePage(try Documents.read(url)).markdown, as: UTF8.self)
        #expect(names.count > 100)
        for name in names {
            #expect(text.contains(name), "\(name)")
            #expect(single.contains(name), "\(name) on the single page")
        }
    }

    @Test func siteOfBothFormatsHasBoth() throws {
        let files = ReferenceSite(
            try Documents.petstore, SiteSettings(url: "https://pets.example", formats: [.html, .markdown])
        ).files
        let paths = files.map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(paths.contains("tags/pets.html") && paths.contains("tags/pets.md"))
        let page = try #require(files.first { $0.path == "tags/pets.html" })
        #expect(
            Markup(page.contents).tags.contains {
                $0.attributes["rel"] == "alternate" && $0.attributes["href"] == "../tags/pets.md"
            })
        let index = try #require(files.first { $0.path == "llms.txt" })
        #expect(
            String(decoding: index.contents, as: UTF8.self).contains(
                "- [List all pets](https://pets.example/tags/pets.md#GET/pets): GET /pets"))
    }

    @Test func markdownAloneHasNoAssets() throws {
        let files = ReferenceSite(try Documents.petstore, Self.settings).files
        #expect(
            files.allSatisfy { [".md", "llms.txt", "openapi.yaml", "openapi.json"].contains(where: $0.path.hasSuffix) })
    }
}

/// The target of a relative link.
struct SitePath {
    let text: String

    init(_ link: String, from page: String) {
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        text = parts.joined(separator: "/")
    }
}

/// The parts of a text that can be markup: the text without code and without escaped characters.
struct MarkdownMarks {
    private(set) var text = ""

    init(_ markdown: String) {
        var rest = Self.withoutBlocks(markdown)[...]
        while let character = rest.first {
            switch character {
            case "\\": rest = rest.dropFirst(2)
            case "`": rest = Self.afterCode(rest)
            default:
                text.append(character)
                rest = rest.dropFirst()
            }
        }
    }

    private static func afterCode(_ rest: Substring) -> Substring {
        let open = rest.prefix { $0 == "`" }
        var inside = rest.dropFirst(open.count)
        while let start = inside.firstIndex(of: "`") {
            let run = inside[start...].prefix { $0 == "`" }
            inside = inside[run.endIndex...]
            if run.count == open.count { return inside }
        }
        return rest.dropFirst(open.count)
    }

    private static func withoutBlocks(_ markdown: String) -> String {
        var fence: Int?
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).filter {
            (line: Substring) -> Bool in
            let content = line.drop { " >-".contains($0) }
            let marks = content.prefix { $0 == "`" }.count
            if let open = fence {
                if marks >= open, marks == content.count { fence = nil }
                return false
            }
            guard marks >= 3, !content.dropFirst(marks).contains("`") else { return true }
            fence = marks
            return false
        }
        return lines.map(String.init).joined(separator: "\n")
    }
}
