/// The tokens of an SQL statement or expression, without comments.
struct SQLTokens {
    /// A token and its position in the text.
    struct Token: Equatable {
        let kind: Kind
        let range: Range<String.Index>

        static func == (left: Token, right: Token) -> Bool { left.kind == right.kind }
    }

    enum Kind: Equatable {
        /// An unquoted word, in lowercase.
        case word(String)
        /// A quoted name.
        case name(String)
        case string(String)
        case number(String)
        case symbol(String)
    }

    private(set) var tokens: [Token] = []
    private let text: String

    /// Splits text into tokens, or returns `nil` if it contains anything else.
    init?(_ text: String) {
        self.text = text
        var index = text.startIndex
        while index < text.endIndex {
            let start = index
            if text[index].isWhitespace {
                index = text.index(after: index)
                continue
            }
            if text[index...].hasPrefix("--") {
                index = text[index...].firstIndex { $0.isNewline } ?? text.endIndex
                continue
            }
            guard let kind = Self.kind(in: text, at: &index) else { return nil }
            tokens.append(Token(kind: kind, range: start..<index))
        }
    }

    private static func kind(in text: String, at index: inout String.Index) -> Kind? {
        let first = text[index]
        switch first {
        case "'": return quoted(in: text, at: &index, by: "'").map { .string($0) }
        case "\"", "`": return quoted(in: text, at: &index, by: first).map { .name($0) }
        case "[" where !text[index...].hasPrefix("[]"):
            guard let end = text[index...].firstIndex(of: "]") else { return nil }
            let content = text[text.index(after: index)..<end]
            // An array of PostgreSQL, and not a name of SQLite.
            guard content.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == " " }) else { break }
            index = text.index(after: end)
            return .name(String(content))
        case _ where first.isLetter || first == "_":
            return .word(take(in: text, at: &index) { $0.isLetter || $0.isNumber || "_$".contains($0) }.lowercased())
        case _ where first.isNumber || first == "." && text[text.index(after: index)...].first?.isNumber == true:
            return .number(number(in: text, at: &index))
        default: break
        }
        for symbol in ["::", "<>", "!=", "<=", ">=", "==", "[]", "||", "~~"] where text[index...].hasPrefix(symbol) {
            index = text.index(index, offsetBy: symbol.count)
            return .symbol(symbol)
        }
        index = text.index(after: index)
        return .symbol(String(first))
    }

    private static func take(
        in text: String, at index: inout String.Index, while condition: (Character) -> Bool
    ) -> String {
        let taken = text[index...].prefix(while: condition)
        index = taken.endIndex
        return String(taken)
    }

    private static func number(in text: String, at index: inout String.Index) -> String {
        var number = take(in: text, at: &index) { $0.isNumber || $0 == "." }
        if let match = text[index...].prefixMatch(of: /[eE][-+]?\d+/) {
            number += match.output
            index = match.range.upperBound
        }
        return number
    }

    /// Returns the text between two quotation marks. A mark inside is doubled.
    private static func quoted(in text: String, at index: inout String.Index, by mark: Character) -> String? {
        var result = ""
        var next = text.index(after: index)
        while next < text.endIndex {
            let character = text[next]
            next = text.index(after: next)
            guard character == mark else {
                result.append(character)
                continue
            }
            guard next < text.endIndex, text[next] == mark else {
                index = next
                return result
            }
            result.append(mark)
            next = text.index(after: next)
        }
        return nil
    }
}

extension SQLTokens {
    /// A `CHECK` constraint in a `CREATE TABLE` statement: its name, if it has one, and its condition.
    struct Check {
        let name: String?
        let condition: String
    }

    /// The `CHECK` constraints of a `CREATE TABLE` statement.
    var checks: [Check] {
        tokens.indices.compactMap { index in
            guard tokens[index].kind == .word("check"), index + 1 < tokens.count,
                let end = closingParenthesis(of: index + 1)
            else { return nil }
            let condition = text[tokens[index + 1].range.upperBound..<tokens[end].range.lowerBound]
            var name: String?
            if index >= 2, tokens[index - 2].kind == .word("constraint") { name = tokens[index - 1].identifier }
            return Check(name: name, condition: String(condition))
        }
    }

    /// The condition of a `CREATE INDEX` statement, or `nil` for an index of all rows.
    var indexCondition: String? {
        guard let index = tokens.firstIndex(where: { $0.kind == .word("where") }), index + 1 < tokens.count else {
            return nil
        }
        return String(text[tokens[index + 1].range.lowerBound...])
    }

    private func closingParenthesis(of index: Int) -> Int? {
        guard tokens[index].kind == .symbol("(") else { return nil }
        var depth = 0
        for place in tokens.indices[index...] {
            if tokens[place].kind == .symbol("(") { depth += 1 }
            if tokens[place].kind == .symbol(")") { depth -= 1 }
            if depth == 0 { return place }
        }
        return nil
    }
}

extension SQLTokens.Token {
    /// The identifier that the token represents, or `nil` for other tokens.
    var identifier: String? {
        switch kind {
        case .word(let name), .name(let name): name
        default: nil
        }
    }
}
