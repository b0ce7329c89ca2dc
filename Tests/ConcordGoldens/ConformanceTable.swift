import Foundation

/// The number of cases in each file of a test suite that pass, and the reasons why the others don't.
package struct ConformanceTable {
    private struct Row {
        var cases = 0
        var failures: [String] = []
    }

    private let reasons: [String: String]
    private var files: [String] = []
    private var rows: [String: Row] = [:]

    /// Creates a table without cases.
    ///
    /// - Parameter reasons: The reasons why cases don't pass, by file.
    package init(reasons: [String: String]) { self.reasons = reasons }

    /// Adds the result of a case.
    package mutating func add(file: String, _ description: String, isPassed: Bool) {
        if rows[file] == nil { files.append(file) }
        rows[file, default: Row()].cases += 1
        if !isPassed { rows[file]?.failures.append(description) }
    }

    /// The cases that don't pass without a reason, and the reasons of files whose cases pass.
    package var problems: [String] {
        let failing = rows.filter { !$0.value.failures.isEmpty }
        let unexplained = failing.filter { reasons[$0.key] == nil }.flatMap { file, row in
            row.failures.map { "\(file): \($0)" }
        }
        return unexplained.sorted() + reasons.keys.filter { failing[$0] == nil }.sorted()
    }

    /// The table as the section of a page.
    package func section(_ name: String) -> PageSection {
        let all = rows.values.reduce(into: (cases: 0, passed: 0)) {
            $0.cases += $1.cases
            $0.passed += $1.cases - $1.failures.count
        }
        var lines = ["| file | cases | passed | reason for the others |", "|---|---:|---:|---|"]
        for file in files {
            guard let row = rows[file] else { continue }
            let reason = row.failures.isEmpty ? "" : reasons[file] ?? ""
            lines.append("| `\(file)` | \(row.cases) | \(row.cases - row.failures.count) | \(reason) |")
        }
        lines.append("| **all** | **\(all.cases)** | **\(all.passed)** | |")
        return PageSection(name: name, text: lines.joined(separator: "\n"))
    }
}

/// A part of `Documentation/Conformance.md` that tests write, between two comments.
package struct PageSection {
    package var name: String
    package var text: String

    private static let path = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Documentation/Conformance.md").standardized.path

    /// Compares the section with the page, or writes it there.
    ///
    /// - Returns: The lines that differ, or `nil` if there are none.
    /// - Throws: ``FixtureError`` if the page has no such section, or an error of Foundation if it can't be read or written.
    package func difference() throws -> String? {
        let page = String(decoding: try Data(contentsOf: URL(filePath: Self.path)), as: UTF8.self)
        let (start, end) = ("<!-- begin \(name) -->\n", "<!-- end \(name) -->")
        guard let opening = page.range(of: start), let closing = page.range(of: end) else {
            throw FixtureError.noInput(folder: Self.path)
        }
        let result = page[..<opening.upperBound] + "\n" + text + "\n\n" + page[closing.lowerBound...]
        return try GoldenFile(Self.path).difference(from: String(result))
    }
}
