/// How the wire spells the names that Swift spells in camel case: `keys: .snakeCase`.
///
/// The generator, and a serializer of a model while the app runs, spell them with the same code.
public enum KeyStyle: String, CaseIterable, Sendable {
    /// `taken_at`.
    case snakeCase
    /// `taken-at`.
    case kebabCase
    /// `TakenAt`.
    case pascalCase
    /// `TAKEN_AT`.
    case screamingSnakeCase

    /// The wire name of a Swift name: `takenAt` is `taken_at`, `userID` is `user_id`.
    public func wireName(of swiftName: String) -> String {
        let words = Self.words(of: swiftName)
        return switch self {
        case .snakeCase: words.map { $0.lowercased() }.joined(separator: "_")
        case .kebabCase: words.map { $0.lowercased() }.joined(separator: "-")
        case .screamingSnakeCase: words.map { $0.uppercased() }.joined(separator: "_")
        case .pascalCase: swiftName.prefix(1).uppercased() + swiftName.dropFirst()
        }
    }

    /// `IDs`: whether the small letter is an `s` that ends the word.
    private static func isPlural(_ name: String, _ index: String.Index) -> Bool {
        guard name[index] == "s" else { return false }
        let next = name.index(after: index)
        return next == name.endIndex || !name[next].isLowercase
    }

    /// The words of a camel-case name; a run of capitals is one word, whose last capital opens the next where a small letter follows.
    private static func words(of name: String) -> [Substring] {
        // Most names are one word, as their bytes tell.
        if name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), !name.isEmpty { return [name[...]] }
        var words: [Substring] = []
        var start = name.startIndex
        var index = name.startIndex
        while index < name.endIndex {
            let next = name.index(after: index)
            let isBoundary: Bool
            if index == start || !name[index].isUppercase {
                isBoundary = false
            } else {
                let followsSmall = !name[name.index(before: index)].isUppercase
                let leadsSmall = next < name.endIndex && name[next].isLowercase && !isPlural(name, next)
                isBoundary = followsSmall || leadsSmall
            }
            if isBoundary {
                words.append(name[start..<index])
                start = index
            }
            index = next
        }
        if start < name.endIndex { words.append(name[start...]) }
        return words
    }
}
