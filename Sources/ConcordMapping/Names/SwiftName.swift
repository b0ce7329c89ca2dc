import ConcordDeclarations
import ConcordOutline

/// Derives Swift names from the names in a document, regardless of their characters.
package enum SwiftName {
    /// Returns the name of a type: `PetList` for `pet-list`, `UserID` for `userId`, `PetList` for `PET_LIST`.
    package static func type(_ name: String) -> String {
        let name = withoutShouting(name)
        if let joined = joinedASCII(name, startsSmall: false) { return joined }
        return identifier(words(of: name).map(capitalized).joined())
    }

    /// Returns the name of a value: `takenAt` for `taken_at`, `userID` for `user_id`, `url` for `URL`, `inProgress` for
    /// `IN_PROGRESS`.
    static func value(_ name: String) -> String {
        let name = withoutShouting(name)
        if let joined = joinedASCII(name, startsSmall: true) { return joined }
        let words = words(of: name)
        guard let first = words.first else { return "empty" }
        return identifier(first.lowercased() + words.dropFirst().map(capitalized).joined())
    }

    /// Returns a name in lowercase if it consists of several uppercase words, or is a part of such a name, because
    /// uppercase letters don't mark the beginnings of words then.
    private static func withoutShouting(_ name: String) -> String {
        var hasBreak = false
        var hasBlank = false
        var isShouted = true
        for byte in name.utf8 {
            if byte >= 0x80 { return name }
            if byte.isLowercase { isShouted = false }
            if !byte.isInWord { hasBreak = true }
            if byte == UInt8(ascii: " ") { hasBlank = true }
        }
        guard hasBreak else { return name }
        if isShouted { return name.lowercased() }
        guard hasBlank else { return name }
        return name.split(separator: " ").map { part in
            let isShouted = !part.utf8.contains(where: \.isLowercase) && !part.utf8.allSatisfy(\.isInWord)
            return isShouted ? part.lowercased() : String(part)
        }.joined(separator: " ")
    }

    /// Returns the name of a value or type, assembled byte by byte, or `nil` if the name isn't ASCII or contains
    /// signs that are words.
    private static func joinedASCII(_ name: String, startsSmall: Bool) -> String? {
        let units = Array(name.utf8)
        guard units.allSatisfy({ $0 < 0x80 }) else { return nil }
        var joined: [UInt8] = []
        joined.reserveCapacity(units.count + 1)
        let isWhole = forEachWord(in: units) { word in
            guard case .part(let range) = word else { return false }
            if joined.isEmpty {
                if units[range.lowerBound].isNumber { joined.append(UInt8(ascii: "_")) }
                if startsSmall {
                    for byte in units[range] { joined.append(byte.isUppercase ? byte + 0x20 : byte) }
                    return true
                }
            }
            appendCapitalized(units[range], to: &joined)
            return true
        }
        return isWhole && !joined.isEmpty ? String(decoding: joined, as: UTF8.self) : nil
    }

    /// Returns the name with a lowercase first word: `petStatus` for `PetStatus`, `urlItem` for `URLItem`.
    static func lowerFirst(_ name: String) -> String { value(name) }

    /// Returns the name of the case that stores a value of a type.
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

    /// Returns the words of a name, split where letters and digits end and where an uppercase letter begins a word.
    static func words(of name: String) -> [String] {
        if name.isEmpty { return ["empty"] }
        let words = name.utf8.allSatisfy { $0 < 0x80 } ? self.words(Array(name.utf8)) : self.words(Array(name))
        return words.isEmpty ? spelled(name) : words
    }

    private static func words<Unit: NameUnit>(_ units: [Unit]) -> [String] {
        var words: [String] = []
        _ = forEachWord(in: units) { word in
            switch word {
            case .part(let range): words.append(Unit.text(units[range]))
            case .sign(let name): words.append(name)
            }
            return true
        }
        return words
    }

    /// A word of a name: a range of it, or the name of a sign.
    private enum Word {
        case part(Range<Int>)
        case sign(String)
    }

    /// Calls a closure with each word of a name until the closure returns `false`. Returns whether it returned `true`
    /// for all words.
    ///
    /// Signs between words are separators. Signs before the first and after the last word distinguish names, as in
    /// `A+`, `A-`, and `-name`, so they are words too.
    private static func forEachWord<Unit: NameUnit>(in units: [Unit], _ take: (Word) -> Bool) -> Bool {
        guard let first = units.firstIndex(where: \.isInWord), let last = units.lastIndex(where: \.isInWord) else {
            return true
        }
        let leading = leadingSigns(units[..<first], before: units[first])
        let trailing = units[(last + 1)...].compactMap { trailingSigns[$0.character] }
        guard leading.allSatisfy({ take(.sign($0)) }) else { return false }
        guard forEachPart(in: units, take) else { return false }
        return trailing.count > maximumSigns || trailing.allSatisfy { take(.sign($0)) }
    }

    private static func forEachPart<Unit: NameUnit>(in units: [Unit], _ take: (Word) -> Bool) -> Bool {
        var start: Int?
        for (index, unit) in units.enumerated() {
            guard unit.isInWord else {
                if let open = start {
                    guard take(.part(open..<index)) else { return false }
                    start = nil
                }
                continue
            }
            if let open = start, unit.isUppercase, opensWord(units, index) {
                guard take(.part(open..<index)) else { return false }
                start = index
            }
            start = start ?? index
        }
        return start.map { take(.part($0..<units.count)) } ?? true
    }

    /// Returns the names of the signs before a number or before a letter.
    private static func leadingSigns<Unit: NameUnit>(_ units: ArraySlice<Unit>, before first: Unit) -> [String] {
        let known = units.compactMap { (first.isNumber ? signsBeforeNumber : signsBeforeLetter)[$0.character] }
        return known.count == units.count && known.count <= maximumSigns ? known : []
    }

    private static let maximumSigns = 4
    private static let signsBeforeLetter: [Character: String] = ["+": "plus", "-": "minus", "!": "not"]
    private static let signsBeforeNumber: [Character: String] = [
        "+": "plus", "-": "minus", "<": "less", ">": "greater", "=": "equal", "~": "about", "!": "not",
    ]
    private static let trailingSigns: [Character: String] = [
        "+": "plus", "-": "minus", "*": "star", "#": "sharp", "%": "percent", "<": "less", ">": "greater", "=": "equal",
        "&": "and", "~": "tilde", "^": "caret",
    ]

    /// Returns whether the uppercase letter at `index`, which follows a letter or digit, begins a word: `user|Id`,
    /// `URL|Item`, `2|D`.
    private static func opensWord<Unit: NameUnit>(_ units: [Unit], _ index: Int) -> Bool {
        let previous = units[index - 1]
        if previous.isLowercase || previous.isNumber { return true }
        guard previous.isUppercase, index + 1 < units.count, units[index + 1].isLowercase else { return false }
        // In `IDs`, the uppercase letter before the final `s` doesn't begin a word.
        let isPlural =
            units[index + 1].isASCII("s") && (index + 2 == units.count || !units[index + 2].isLowercase)
        return !isPlural
    }

    /// Returns the words for a name that consists only of signs: their names, or else their code points (`u1F4A5` for
    /// `💥`).
    private static func spelled(_ name: String) -> [String] {
        let known = signs[name].map { [$0] } ?? name.map { signs[String($0)] ?? "" }
        if name.count <= 4, !known.contains("") { return known.flatMap { $0.split(separator: " ").map(String.init) } }
        let points = name.unicodeScalars.prefix(8).map { String($0.value, radix: 16, uppercase: true) }
        return ["u" + points.joined(separator: "U")]
    }

    private static let signs = [
        "*": "any", "+": "plus", "-": "minus", "/": "slash", "<": "less", ">": "greater", "=": "equal",
        "!=": "not equal", "<=": "less or equal", ">=": "greater or equal", "==": "equal equal", " ": "blank",
        ".": "dot", "_": "underscore", "$": "dollar", "%": "percent", "!": "not", "&": "and", "|": "or",
        "?": "question",
        "#": "hash", "@": "at", "~": "tilde", "^": "caret", ",": "comma", ":": "colon", ";": "semicolon",
    ]

    private static let initialisms: Set<String> = [
        "id", "url", "uri", "uuid", "api", "http", "https", "json", "xml", "html", "ip", "sql", "ssh", "tls", "ssl",
        "dns",
        "png", "jpg", "gif", "svg", "cpu", "gpu", "pdf", "csv", "css", "io", "sdk", "jwt", "vat", "iban", "sms", "mfa",
        "sso", "utc", "ascii",
        "utf",
    ]

    /// Names with a fixed spelling.
    private static let trademarks = ["oauth": "OAuth", "oauth2": "OAuth2", "openid": "OpenID", "graphql": "GraphQL"]

    /// The spelling of initialisms and trademarks, and of their plurals, keyed by the lowercase word.
    private static let knownWords: [ShortWord: [UInt8]] = {
        var words: [String: String] = [:]
        for word in initialisms { words[word + "s"] = word.uppercased() + "s" }
        for word in initialisms { words[word] = word.uppercased() }
        words.merge(trademarks) { _, trademark in trademark }
        let pairs = words.compactMap { word, known in ShortWord(Array(word.utf8)[...]).map { ($0, Array(known.utf8)) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    private static func appendCapitalized(_ word: ArraySlice<UInt8>, to name: inout [UInt8]) {
        if let short = ShortWord(word), let known = knownWords[short] { return name.append(contentsOf: known) }
        let start = name.count
        name.append(contentsOf: word)
        if name[start].isLowercase { name[start] -= 0x20 }
    }

    private static func capitalized(_ word: String) -> String {
        guard word.utf8.allSatisfy({ $0 < 0x80 }), !word.isEmpty else {
            return word.prefix(1).uppercased() + word.dropFirst()
        }
        var name: [UInt8] = []
        appendCapitalized(Array(word.utf8)[...], to: &name)
        return String(decoding: name, as: UTF8.self)
    }

    /// Returns a valid identifier, which can't begin with a digit.
    private static func identifier(_ text: String) -> String {
        guard let first = text.first else { return "empty" }
        return first.isNumber ? "_" + text : text
    }

    /// Returns the plural: `friends` for `friend`, `categories` for `category`. A plural is returned unchanged.
    static func plural(_ name: String) -> String {
        if singular(name) != name { return name }
        let vowels = "aeiou"
        if name.hasSuffix("y"), let before = name.dropLast().last, !vowels.contains(before) {
            return name.dropLast() + "ies"
        }
        return name + (["s", "x", "z", "ch", "sh"].contains { name.hasSuffix($0) } ? "es" : "s")
    }

    /// Returns the singular: `friend` for `friends`, `category` for `categories`. A singular is returned unchanged.
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

/// An ASCII word of at most 8 bytes, compared regardless of case.
private struct ShortWord: Hashable {
    private var bytes: UInt64 = 0

    init?(_ word: ArraySlice<UInt8>) {
        guard word.count <= 8 else { return nil }
        for byte in word { bytes = bytes << 8 | UInt64(byte.isUppercase ? byte + 0x20 : byte) }
    }
}

/// A unit of a name. Most names are ASCII, so their units are bytes, which need no Unicode tables.
private protocol NameUnit {
    var isInWord: Bool { get }
    var isUppercase: Bool { get }
    var isLowercase: Bool { get }
    var isNumber: Bool { get }
    func isASCII(_ scalar: Unicode.Scalar) -> Bool
    var character: Character { get }
    static func text(_ units: ArraySlice<Self>) -> String
}

extension UInt8: NameUnit {
    var isInWord: Bool { isUppercase || isLowercase || isNumber }
    var isUppercase: Bool { (0x41...0x5A).contains(self) }
    var isLowercase: Bool { (0x61...0x7A).contains(self) }
    var isNumber: Bool { (0x30...0x39).contains(self) }

    func isASCII(_ scalar: Unicode.Scalar) -> Bool { self == UInt8(ascii: scalar) }

    var character: Character { Character(Unicode.Scalar(self)) }

    static func text(_ units: ArraySlice<UInt8>) -> String { String(decoding: units, as: UTF8.self) }
}

extension Character: NameUnit {
    var isInWord: Bool {
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return false }
        if scalar.isASCII { return isLetter || isNumber }
        return isLetter && scalar.properties.isXIDContinue && scalar.properties.isXIDStart
    }

    func isASCII(_ scalar: Unicode.Scalar) -> Bool { self == Character(scalar) }

    var character: Character { self }

    static func text(_ units: ArraySlice<Character>) -> String { String(units) }
}
