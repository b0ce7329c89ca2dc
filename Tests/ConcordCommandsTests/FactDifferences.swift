import Foundation

/// What one document states and another doesn't, or states otherwise, a line for each.
///
/// What our document says more about a thing that both speak of is no difference: that is what it is for.
struct FactDifferences {
    private(set) var lines: [String] = []

    /// Compares our facts with another's.
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
            // A format is a hint, so it counts only where both give one.
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

/// The differences that a case's `DIFFERENCES.md` explains: paragraphs, each followed by a list of what it is about.
struct ExplainedDifferences {
    /// Every entry of the lists.
    private(set) var lines: [String] = []
    /// The entries without a paragraph before their list.
    private(set) var unexplained: [String] = []

    /// Reads a file that may be absent, where nothing differs.
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
