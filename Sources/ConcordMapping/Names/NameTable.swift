import ConcordDeclarations
import ConcordOutline

/// The names given within one declaration, so that no two are alike, be it in case alone.
///
/// What is known to need a name is told beforehand, so that no name depends on the order of the document: where two names of
/// the document are one in Swift, it goes to the one that is spelled most like it, and numbers tell the others apart.
struct NameTable {
    /// The names that have been given, by what they stand for.
    private(set) var given: [NameKey: String] = [:]
    /// The names that are still to be given.
    private var planned: [NameKey: String] = [:]
    /// What has a number, since its name went to something else.
    private var numbered: Set<NameKey> = []
    /// The names in small letters that nothing further may have.
    private var used: Set<String> = []
    /// Those that something in another place has.
    private var blocked: Set<String> = []
    private var numbers = NameNumbers()

    /// A name that something is to have.
    struct Wish: NameWish {
        let key: NameKey
        /// How the document spells it.
        let spelling: String
        /// How Swift spells it.
        let word: String
        let length = 1
        /// What is asked for first: the word, or that of a value where a member may not be called so.
        let name: String

        private init(_ key: NameKey, _ spelling: String, _ word: String, reserved: Set<String>) {
            self.key = key
            self.spelling = spelling
            self.word = word
            name = reserved.contains(word.lowercased()) ? word + "Value" : word
        }

        /// A property's, a parameter's or a function's name for a name of the document.
        static func property(_ wireName: String, for key: NameKey? = nil) -> Wish {
            Wish(key ?? .wire(wireName), wireName, SwiftName.value(wireName), reserved: reservedMembers)
        }

        /// A case's name for a value of the document.
        ///
        /// - Parameters:
        ///   - value: The value.
        ///   - title: What the document calls the value, if it does.
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

        /// The name of an example or of a link, which says that it is one: a member of a type may be called as it is.
        static func constant(_ wireName: String, _ word: String, for key: NameKey) -> Wish {
            property(
                SwiftName.value(wireName).lowercased().hasSuffix(word) ? wireName : wireName + " " + word, for: key)
        }

        /// A header's name, without the `X-` that used to mark those that no standard knows.
        static func header(_ wireName: String) -> Wish {
            property(withoutMark(wireName), for: .input(in: "header", wireName))
        }

        /// Names that a member may not have, because the program that is written around it uses them.
        private static let reservedMembers: Set<String> = ["rawvalue"]
        private static let reservedCases: Set<String> = [
            "rawvalue", "hashvalue", "allcases", "description", "none", "some", "init", "self", "type",
        ]
    }

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - earlier: The names that stay, for a merge.
    ///   - blocked: Names that may not be given, because something in another place has them.
    ///   - wishes: What is known to need a name. Two for one thing are one.
    init(keeping earlier: [NameKey: String] = [:], without blocked: some Sequence<String> = [], for wishes: [Wish] = [])
    {
        self.blocked = Set(blocked.map { $0.lowercased() })
        plan(wishes, keeping: earlier)
    }

    /// The table with further things that need a name.
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

    /// Gives something the name that it is to have.
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

    /// A property's, a parameter's or a function's name for a name of the document.
    mutating func property(_ wireName: String, for key: NameKey? = nil) -> String {
        name(.property(wireName, for: key), for: key ?? .wire(wireName))
    }

    /// The name of a value of a type, which must not be called as the type: in a script without capitals it would be.
    mutating func property(_ wireName: String, of type: TypeExpression, for key: NameKey) -> String {
        property(type.mentions(SwiftName.value(wireName)) ? wireName + " value" : wireName, for: key)
    }

    /// A header's name, without the `X-` that used to mark those that no standard knows.
    mutating func header(_ wireName: String) -> String {
        name(.header(wireName), for: .input(in: "header", wireName))
    }

    /// What a type is called after that is declared for something of this name: the name itself where it has a number, so that
    /// the type has the same.
    func hint(_ wireName: String, for key: NameKey) -> String {
        numbered.contains(key) ? given[key] ?? wireName : wireName
    }

    func hasNumber(_ key: NameKey) -> Bool { numbered.contains(key) }

    static func withoutMark(_ wireName: String) -> String {
        wireName.utf8.count > 2 && wireName.prefix(2).lowercased() == "x-" ? String(wireName.dropFirst(2)) : wireName
    }

    /// What tells a value of an enum from the others: the string "1" isn't the number 1.
    static func key(of value: Literal) -> String {
        if case .string(let text) = value { text } else { "\(value)" }
    }
}
