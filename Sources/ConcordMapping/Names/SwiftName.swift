import ConcordDeclarations
import ConcordOutline

/// Makes Swift names of the names that a document uses, whatever those are.
enum SwiftName {
    /// `pet-list` is `PetList`, `userId` is `UserID`.
    static func type(_ name: String) -> String {
        identifier(words(of: name).map(capitalized).joined())
    }

    /// `taken_at` is `takenAt`, `user_id` is `userID`, `URL` is `url`.
    static func value(_ name: String) -> String {
        let words = words(of: name)
        guard let first = words.first else { return "empty" }
        return identifier(first.lowercased() + words.dropFirst().map(capitalized).joined())
    }

    /// The name with a small first word: `PetStatus` is `petStatus`, `URLItem` is `urlItem`.
    static func lowerFirst(_ name: String) -> String { value(name) }

    /// The case that holds a value of a type.
    static func caseName(of type: TypeExpression) -> String {
        switch type {
        case .named("Nullable", let arguments): arguments.first.map(caseName) ?? "value"
        case .named("Set", let arguments): arguments.first.map { caseName(of: $0) + " list" } ?? "list"
        case .named(let name, _), .member(_, let name, _): scalarCases[name] ?? name
        case .array(let element): caseName(of: element) + " list"
        case .dictionary(_, let value): caseName(of: value) + " map"
        case .optional(let wrapped): caseName(of: wrapped)
        default: "value"
        }
    }

    private static let scalarCases = [
        "String": "text", "Int": "integer", "Int32": "integer", "Int64": "integer", "Double": "number",
        "Float": "number",
        "Bool": "flag", "JSONObject": "object", "JSON": "json", "Null": "null",
    ]

    /// The words of a name, split where letters and digits end and where a capital opens a word.
    static func words(of name: String) -> [String] {
        if name.isEmpty { return ["empty"] }
        var words: [String] = []
        var word = ""
        var previous: Character = " "
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            guard isWordCharacter(character) else {
                flush(&word, into: &words)
                if words.isEmpty, index + 1 < characters.count, characters[index + 1].isNumber {
                    if character == "+" { words.append("plus") } else if character == "-" { words.append("minus") }
                }
                previous = character
                continue
            }
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if character.isUppercase,
                previous.isLowercase || previous.isNumber
                    || (previous.isUppercase && next.isLowercase && !isPlural(characters, index))
            {
                flush(&word, into: &words)
            }
            word.append(character)
            previous = character
        }
        flush(&word, into: &words)
        return words.isEmpty ? [spelled(name)] : words
    }

    /// `IDs`: the capital before a final `s` is not the start of a word.
    private static func isPlural(_ characters: [Character], _ index: Int) -> Bool {
        guard index + 1 < characters.count, characters[index + 1] == "s" else { return false }
        return index + 2 == characters.count || !characters[index + 2].isLowercase
    }

    private static func flush(_ word: inout String, into words: inout [String]) {
        if !word.isEmpty { words.append(word) }
        word = ""
    }

    private static func isWordCharacter(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return false }
        if scalar.isASCII { return character.isLetter || character.isNumber }
        return character.isLetter && scalar.properties.isXIDContinue && scalar.properties.isXIDStart
    }

    /// A name of signs alone, by its code points: `💥` is `u1F4A5`.
    private static func spelled(_ name: String) -> String {
        if let known = signs[name] { return known }
        return "u"
            + name.unicodeScalars.prefix(8).map { String($0.value, radix: 16, uppercase: true) }.joined(separator: "U")
    }

    private static let signs = [
        "*": "any", "+": "plus", "-": "minus", "/": "slash", "<": "less", ">": "greater", "=": "equal",
        "!=": "notEqual",
        "<=": "lessOrEqual", ">=": "greaterOrEqual", " ": "blank", ".": "dot", "_": "underscore", "$": "dollar",
        "%": "percent",
        "==": "equalEqual", "!": "not", "&": "and", "|": "or", "?": "question", "#": "hash", "@": "at",
    ]

    private static let initialisms: Set<String> = [
        "id", "url", "uri", "uuid", "api", "http", "https", "json", "xml", "html", "ip", "sql", "ssh", "tls", "ssl",
        "dns",
        "png", "jpg", "gif", "svg", "cpu", "gpu", "pdf", "csv", "css", "io", "sdk", "jwt", "vat", "iban", "sms", "mfa",
        "sso", "utc", "ascii",
        "utf",
    ]

    /// Names that are written one way only.
    private static let trademarks = ["oauth": "OAuth", "oauth2": "OAuth2", "openid": "OpenID", "graphql": "GraphQL"]

    private static func capitalized(_ word: String) -> String {
        let lower = word.lowercased()
        if let known = trademarks[lower] { return known }
        if initialisms.contains(lower) { return word.uppercased() }
        if lower.hasSuffix("s"), initialisms.contains(String(lower.dropLast())) {
            return word.dropLast().uppercased() + "s"
        }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    /// A name may not open with a digit.
    private static func identifier(_ text: String) -> String {
        guard let first = text.first else { return "empty" }
        return first.isNumber ? "_" + text : text
    }

    /// `friend` is `friends`, `category` is `categories`; what is a plural stays.
    static func plural(_ name: String) -> String {
        if singular(name) != name { return name }
        let vowels = "aeiou"
        if name.hasSuffix("y"), let before = name.dropLast().last, !vowels.contains(before) {
            return name.dropLast() + "ies"
        }
        return name + (["s", "x", "z", "ch", "sh"].contains { name.hasSuffix($0) } ? "es" : "s")
    }

    /// `friends` is `friend`, `categories` is `category`; what is no plural stays.
    static func singular(_ name: String) -> String {
        let lower = name.lowercased()
        if lower.hasSuffix("ies"), name.count > 4 { return name.dropLast(3) + "y" }
        for ending in ["sses", "shes", "ches", "xes", "zes"] where lower.hasSuffix(ending) {
            return String(name.dropLast(2))
        }
        if lower.hasSuffix("ss") || lower.hasSuffix("us") || lower.hasSuffix("is") { return name }
        return lower.hasSuffix("s") && name.count > 2 ? String(name.dropLast()) : name
    }
}

/// What a nested type may be called after: the name of the place it stands in.
struct NameHint {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The place of one element of a list or a map.
    var element: NameHint {
        let singular = SwiftName.singular(text)
        return NameHint(singular == text ? text + " item" : singular)
    }
}
