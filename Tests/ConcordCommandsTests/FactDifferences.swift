import Foundation

/// The facts that one document states and another doesn't, or states differently, one per line.
///
/// Additional facts in our document about a common subject aren't differences, because they are its purpose.
struct FactDifferences {
    private(set) var lines: [String] = []

    /// Compares our facts with those of another document.
    init(ours: DocumentFacts, theirs: DocumentFacts) {
        compare(ours.facts, theirs.facts, in: "")
        lines.sort()
    }

    private mutating func compare(
        _ ours: [String: DocumentFacts.Fact], _ theirs: [String: DocumentFacts.Fact], in name: String
    ) {
        for key in Set(ours.keys).union(theirs.keys) {
            compare(ours[key], theirs[key], name + key)
        }
    }

    private mutating func compare(_ ours: DocumentFacts.Fact?, _ theirs: DocumentFacts.Fact?, _ name: String) {
        guard let ours, let theirs, ours.value == theirs.value else {
            return note(name, ours?.value, theirs?.value)
        }
        for (aspect, value) in theirs.aspects where ours.aspects[aspect] != value {
            // A format is a hint, so it is compared only if both documents state one.
            if aspect == "format", ours.aspects[aspect] == nil { continue }
            note("\(name) \(aspect)", ours.aspects[aspect], value)
        }
        compare(ours.parts, theirs.parts, in: name)
    }

    private mutating func note(_ name: String, _ ours: String?, _ theirs: String?) {
        let quoted = { (value: String?) in value.map { "`\($0)`" } ?? "nothing" }
        lines.append("`\(name)`: \(quoted(ours)), there \(quoted(theirs))")
    }
}

/// The differences that a case's `DIFFERENCES.md` explains: paragraphs, each followed by a list of differences.
struct ExplainedDifferences {
    /// All entries of the lists.
    private(set) var lines: [String] = []
    /// The entries of lists without a preceding paragraph.
    private(set) var unexplained: [String] = []

    /// Reads a file. If it is absent, no differences are expected.
    init(file: String) {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        var isExplained = false
        for line in text.split(separator: "\n") {
            guard line.hasPrefix("- ") else {
                isExplained = !line.hasPrefix("#")
                continue
            }
            lines.append(String(line.dropFirst(2)))
            if !isExplained { unexplained.append(String(line.dropFirst(2))) }
        }
    }
}
