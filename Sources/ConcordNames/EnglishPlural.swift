/// English plurals by the rules of Python's `inflection`, which Django's tools use: `Categories` for `Category`, and
/// `MyData` unchanged.
package enum EnglishPlural {
    /// Returns the plural of a name. Only the end of the name changes, so it can consist of several words.
    package static func of(_ word: String) -> String {
        let lower = word.lowercased()
        guard !word.isEmpty, !uncountable.contains(lower) else { return word }
        for rule in lower.utf8.last.flatMap({ rulesByLastLetter[$0] }) ?? [] {
            if let plural = rule.apply(word, lower) { return plural }
        }
        return word + "s"
    }

    /// The rules that can apply to a word, in order, keyed by the last letter of the word.
    private static let rulesByLastLetter: [UInt8: [Rule]] = {
        var rulesByLetter: [UInt8: [Rule]] = [:]
        for rule in rules {
            for letter in Set(rule.endings.compactMap(\.utf8.last)) { rulesByLetter[letter, default: []].append(rule) }
        }
        return rulesByLetter
    }()

    private static let uncountable: Set<String> = [
        "equipment", "fish", "information", "jeans", "money", "rice", "series", "sheep", "species",
    ]

    /// A rule that replaces an ending. The first rule that matches applies.
    private struct Rule {
        /// The endings that the rule matches, in lowercase.
        let endings: [String]
        /// The number of letters to drop from the end, and the suffix to append.
        let dropped: Int
        let suffix: String
        /// Whether the ending must be the whole word.
        var isWhole = false
        /// Letters that can't precede the ending.
        var notAfter = ""

        init(
            _ endings: String, drop dropped: Int = 0, _ suffix: String = "", whole: Bool = false, notAfter: String = ""
        ) {
            self.endings = endings.split(separator: " ").map(String.init)
            self.dropped = dropped
            self.suffix = suffix
            isWhole = whole
            self.notAfter = notAfter
        }

        func apply(_ word: String, _ lower: String) -> String? {
            guard let ending = endings.first(where: { isWhole ? lower == $0 : lower.hasSuffix($0) }) else { return nil }
            if !notAfter.isEmpty {
                guard let before = lower.dropLast(ending.count).last, !notAfter.contains(before) else { return nil }
            }
            return word.dropLast(dropped) + suffix
        }
    }

    private static let rules: [Rule] = [
        Rule("zombies"), Rule("zombie", "s"), Rule("kine"), Rule("cow", drop: 3, "kine"), Rule("moves"),
        Rule("move", "s"), Rule("sexes"), Rule("sex", "es"), Rule("children"), Rule("child", "ren"), Rule("humans"),
        Rule("human", "s"), Rule("men"), Rule("man", drop: 2, "en"), Rule("people"), Rule("person", drop: 4, "ople"),
        Rule("quiz", "zes"), Rule("oxen", whole: true), Rule("ox", "en", whole: true), Rule("mice lice"),
        Rule("mouse louse", drop: 4, "ice"), Rule("passersby"), Rule("passerby", drop: 2, "sby"),
        Rule("matrix vertix indix matrex vertex index", drop: 2, "ices"), Rule("x ch ss sh", "es"),
        Rule("quy", drop: 1, "ies"), Rule("y", drop: 1, "ies", notAfter: "aeiouy"), Rule("hive", "s"),
        Rule("lf rf", drop: 1, "ves"), Rule("fe", drop: 2, "ves", notAfter: "f"), Rule("sis", drop: 3, "ses"),
        Rule("ta ia"), Rule("tum ium", drop: 2, "a"), Rule("buffalo potato tomato", "es"), Rule("bus", "es"),
        Rule("alias status", "es"), Rule("octopi viri"), Rule("octopus virus", drop: 2, "i"),
        Rule("axis testis", drop: 2, "es", whole: true), Rule("s", drop: 1, "s"),
    ]
}
