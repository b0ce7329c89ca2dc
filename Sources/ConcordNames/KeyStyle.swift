/// The wire spelling of names that are camel case in Swift: `.keys(.snakeCase)`.
///
/// The generator uses the same code as model serializers in the running app.
public enum KeyStyle: String, CaseIterable, Sendable {
    /// `taken_at`.
    case snakeCase
    /// `taken-at`.
    case kebabCase
    /// `TakenAt`.
    case pascalCase
    /// `TAKEN_AT`.
    case screamingSnakeCase

    /// Returns the wire name for a Swift name: `taken_at` for `takenAt`, `user_id` for `userID`.
    public func wireName(of swiftName: String) -> String {
        switch self {
        case .snakeCase: Self.words(of: swiftName, apart: "_").lowercased()
        case .kebabCase: Self.words(of: swiftName, apart: "-").lowercased()
        case .screamingSnakeCase: Self.words(of: swiftName, apart: "_").uppercased()
        case .pascalCase: swiftName.prefix(1).uppercased() + swiftName.dropFirst()
        }
    }

    /// Returns a camel-case name with a separator between its words.
    private static func words(of name: String, apart sign: Unicode.Scalar) -> String {
        // Most names are ASCII, and their letters need no Unicode tables.
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
            let words = split(Array(name), isUppercase: \.isUppercase, isLowercase: \.isLowercase, smallS: "s")
            return words.map { String($0) }.joined(separator: String(sign))
        }
        let words = split(
            Array(name.utf8), isUppercase: { (0x41...0x5A).contains($0) }, isLowercase: { (0x61...0x7A).contains($0) },
            smallS: UInt8(ascii: "s"))
        return words.count == 1
            ? name : String(decoding: Array(words.joined(separator: [UInt8(ascii: sign)])), as: UTF8.self)
    }

    /// Returns the words of a camel-case name. A run of uppercase letters is one word, except that its last letter
    /// begins the next word if a lowercase letter follows.
    private static func split<Unit: Equatable>(
        _ name: [Unit], isUppercase: (Unit) -> Bool, isLowercase: (Unit) -> Bool, smallS: Unit
    ) -> [ArraySlice<Unit>] {
        var words: [ArraySlice<Unit>] = []
        var start = 0
        for index in name.indices.dropFirst() where isUppercase(name[index]) {
            let next = index + 1
            let leadsSmall = next < name.count && isLowercase(name[next])
            // In `IDs`, the uppercase letter before the final `s` doesn't begin a word.
            let isPlural =
                leadsSmall && name[next] == smallS && (next + 1 == name.count || !isLowercase(name[next + 1]))
            if !isUppercase(name[index - 1]) || (leadsSmall && !isPlural) {
                words.append(name[start..<index])
                start = index
            }
        }
        return words + [name[start...]]
    }
}
