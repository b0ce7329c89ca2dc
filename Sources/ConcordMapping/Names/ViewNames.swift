/// Names views after their resources: `Pets` for `/pets`, `PetDetail` for `/pets/{id}`, `PetPhoto` for
/// `/pets/{id}/photo`.
///
/// A leading `api` and a version (`v1`, `v{version}`) aren't part of the name.
enum ViewNames {
    static func name(ofPath path: String) -> String {
        let segments = path.split(separator: "/").map(String.init)
        var words: [String] = []
        for (index, segment) in segments.enumerated() {
            let literal = withoutParameters(segment)
            if literal.isEmpty {
                if let last = words.last { words[words.count - 1] = SwiftName.singular(last) }
                if index == segments.count - 1 { words.append("detail") }
            } else if segments.count == 1 || !isPrefix(literal, isFirst: index == 0) {
                words.append(literal)
            }
        }
        return words.isEmpty ? "root" : words.joined(separator: " ")
    }

    /// Returns the first literal segment of a path after the `api` and version prefixes.
    static func resource(ofPath path: String) -> String {
        let literals = path.split(separator: "/").map { withoutParameters(String($0)) }.filter { !$0.isEmpty }
        let first = literals.enumerated().first { !isPrefix($0.element, isFirst: $0.offset == 0) }
        return first?.element ?? literals.last ?? "root"
    }

    private static func withoutParameters(_ segment: String) -> String {
        var literal = ""
        var depth = 0
        for character in segment {
            switch character {
            case "{": depth += 1
            case "}": depth = max(0, depth - 1)
            default: if depth == 0 { literal.append(character) }
            }
        }
        return literal
    }

    private static func isPrefix(_ literal: String, isFirst: Bool) -> Bool {
        if isFirst, literal.lowercased() == "api" { return true }
        return literal.first == "v" && literal.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
    }
}
