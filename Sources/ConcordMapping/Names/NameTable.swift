import ConcordDeclarations
import ConcordOutline

/// The names given within one declaration. They are unique regardless of case.
///
/// Names that are known in advance are planned together, so that they don't depend on the order of the document. If two
/// names in the document result in the same Swift name, the one with the closest spelling gets it, and the others get
/// numbers.
struct NameTable {
    /// The names that have been given.
    private(set) var given: [NameKey: String] = [:]
    /// The names that are planned but have not been given yet.
    private var planned: [NameKey: String] = [:]
    /// The keys whose names have a number because of a collision.
    private var numbered: Set<NameKey> = []
    /// The lowercase names that are no longer available.
    private var used: Set<String> = []
    /// The lowercase names that are used in another place.
    private var blocked: Set<String> = []
    private var numbers = NameNumbers()

    /// A request for a name within a declaration.
    struct Wish: NameWish {
        let key: NameKey
        /// The spelling in the document.
        let spelling: String
        /// The spelling in Swift.
        let word: String
        let length = 1
        /// The preferred name: the word, or the word with the suffix `Value` if the word is reserved.
        let name: String

        private init(_ key: NameKey, _ spelling: String, _ word: String, reserved: Set<String>) {
            self.key = key
            self.spelling = spelling
            self.word = word
            name = reserved.contains(word.lowercased()) ? word + "Value" : word
        }

        /// Returns a wish for the name of a property, parameter, or function.
        static func property(_ wireName: String, for key: NameKey? = nil) -> Wish {
            Wish(key ?? .wire(wireName), wireName, SwiftName.value(wireName), reserved: reservedMembers)
        }

        /// Returns a wish for the name of an enum case.
        ///
        /// - Parameters:
        ///   - value: The value of the case.
        ///   - title: The title of the value in the document, if it has one.
        static func enumCase(_ value: Literal, title: String? = nil) -> Wish {
            let key = NameKey.wire(NameTable.key(of: value))
            switch title.map(Literal.string) ?? value {
            case .string(let text) where !Literal.isSwiftNumber(text):
                return Wish(key, text, SwiftName.value(text), reserved: reservedCases)
            case .number(let text), .string(let text):
                let digits = text.replacing("-", with: "minus").replacing("+", with: "").replacing(".", with: "Point")
                return Wish(key, text, digits.hasPrefix("minus") ? digits : "value" + digits, reserved: [])
            default: return Wish(key, "", "value", reserved: [])
            }
        }

        /// Returns a wish for the name of an example or link. The suffix avoids collisions with members of types.
        static func constant(_ wireName: String, _ word: String, for key: NameKey) -> Wish {
            property(
                SwiftName.value(wireName).lowercased().hasSuffix(word) ? wireName : wireName + " " + word, for: key)
        }

        /// Returns a wish for the name of a header, without the obsolete prefix `X-`.
        static func header(_ wireName: String) -> Wish {
            property(withoutMark(wireName), for: .input(in: "header", wireName))
        }

        /// Names that members can't have because the generated code uses them.
        private static let reservedMembers: Set<String> = ["rawvalue"]
        private static let reservedCases: Set<String> = [
            "rawvalue", "hashvalue", "allcases", "description", "none", "some", "init", "self", "type",
        ]
    }

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - earlier: The names that a merge keeps.
    ///   - blocked: Names that are unavailable because they are used in another place.
    ///   - wishes: The names that are known to be needed. Wishes with the same key count once.
    init(keeping earlier: [NameKey: String] = [:], without blocked: some Sequence<String> = [], for wishes: [Wish] = [])
    {
        self.blocked = Set(blocked.map { $0.lowercased() })
        plan(wishes, keeping: earlier)
    }

    /// Returns the table with further wishes.
    func adding(_ wishes: [Wish], keeping earlier: [NameKey: String]) -> NameTable {
        var table = self
        table.given = [:]
        table.planned = [:]
        table.blocked = []
        table.plan(wishes, keeping: earlier)
        return table
    }

    private mutating func plan(_ wishes: [Wish], keeping earlier: [NameKey: String]) {
        for (key, name) in earlier where used.insert(name.lowercased()).inserted { planned[key] = name }
        let contest = NameContest(wishes.filter { planned[$0.key] == nil }) { isFree($0) }
        for wish in contest.winners.map({ contest.wishes[$0] }) {
            used.insert(wish.name.lowercased())
            planned[wish.key] = wish.name
        }
        for wish in contest.losers.map({ contest.wishes[$0] }) where planned[wish.key] == nil {
            planned[wish.key] = number(wish)
            numbered.insert(wish.key)
        }
    }

    /// Returns the planned name for a key, or else a new name for the wish.
    mutating func name(_ wish: @autoclosure () -> Wish, for key: NameKey) -> String {
        if let name = planned.removeValue(forKey: key) {
            given[key] = name
            return name
        }
        let wish = wish()
        let name = isFree(wish.name) ? wish.name : number(wish)
        used.insert(name.lowercased())
        given[key] = name
        return name
    }

    private func isFree(_ name: String) -> Bool {
        let lower = name.lowercased()
        return !used.contains(lower) && !blocked.contains(lower)
    }

    private mutating func number(_ wish: Wish) -> String {
        var candidate = numbers.numbered(wish.word)
        while !isFree(candidate) { candidate = numbers.numbered(wish.word) }
        used.insert(candidate.lowercased())
        return candidate
    }

    /// Returns the name of a property, parameter, or function.
    mutating func property(_ wireName: String, for key: NameKey? = nil) -> String {
        name(.property(wireName, for: key), for: key ?? .wire(wireName))
    }

    /// Returns the name of a value that differs from the name of its type. They would be equal in a script without
    /// uppercase letters.
    mutating func property(_ wireName: String, of type: TypeExpression, for key: NameKey) -> String {
        property(type.mentions(SwiftName.value(wireName)) ? wireName + " value" : wireName, for: key)
    }

    /// Returns the name of a header, without the obsolete prefix `X-`.
    mutating func header(_ wireName: String) -> String {
        name(.header(wireName), for: .input(in: "header", wireName))
    }

    /// Returns the string that the name of a nested type is derived from. If the member's name has a number, the type's
    /// name has the same number.
    func hint(_ wireName: String, for key: NameKey) -> String {
        numbered.contains(key) ? given[key] ?? wireName : wireName
    }

    func hasNumber(_ key: NameKey) -> Bool { numbered.contains(key) }

    static func withoutMark(_ wireName: String) -> String {
        wireName.utf8.count > 2 && wireName.prefix(2).lowercased() == "x-" ? String(wireName.dropFirst(2)) : wireName
    }

    /// Returns the key of an enum value. The string "1" and the number 1 have different keys.
    static func key(of value: Literal) -> String {
        if case .string(let text) = value { text } else { "\(value)" }
    }
}
