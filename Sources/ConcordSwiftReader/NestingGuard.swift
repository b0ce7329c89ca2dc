import ConcordDiagnostics

/// Detects source text that would make the parser recurse too deeply or take exponential time. The parser limits
/// brackets itself, but not `try try try …`, `A<A<A<…`, `a.a.a.…`, or `else if … else if …`, and its time doubles with
/// each `[` of `[[[[…`, which it tries to parse as a type first.
///
/// The guard knows just enough of Swift to skip comments and literals. It makes one pass without recursion.
struct NestingGuard {
    /// The maximum nesting of brackets, interpolations, and `#if` blocks.
    private static let deepestBrackets = 200
    private static let deepestGenerics = 100
    /// The maximum nesting of square brackets whose content could be a type.
    private static let deepestSquares = 10
    /// The maximum nesting of accepted text. It replaces the parser's own limit, which is lower in debug builds.
    static let deepest = 2 * deepestBrackets + deepestGenerics
    /// The maximum number of consecutive `else if` branches.
    private static let longestChain = 500
    /// The maximum number of words, operators, and brackets in a statement, or between two of its commas.
    private static let longestStatement = 2_000

    /// The offset and message of the problem, or `nil` if there is none.
    private(set) var problem: (offset: Int, message: String)?

    private enum Nesting: Equatable {
        case parenthesis, square, brace
        case interpolation(Literal)
    }

    private struct Literal: Equatable {
        var pounds: Int
        var isMultiline: Bool
    }

    private let roles = WordRoles()
    private var index = 0
    private var nestings: [Nesting] = []
    private var conditionals = 0
    private var generics = 0
    private var squares = 0
    private var chain = 0
    private var tokens = 0
    /// Whether a statement may end with the last token.
    private var mayEnd = true
    private var isNewLine = false

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { scan($0) }
    }

    // MARK: Code

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        while index < bytes.count, problem == nil {
            switch bytes[index] {
            case 0x0A, 0x0D:
                isNewLine = true
                index += 1
            case 0x20, 0x09: index += 1
            case UInt8(ascii: "/") where follows("/", bytes): skipLine(bytes)
            case UInt8(ascii: "/") where follows("*", bytes): skipBlockComment(bytes)
            case UInt8(ascii: "\""): literal(pounds: 0, bytes)
            case UInt8(ascii: "#"): pound(bytes)
            case UInt8(ascii: "("): open(.parenthesis)
            case UInt8(ascii: "["): open(.square)
            case UInt8(ascii: "{"): open(.brace)
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): close(bytes)
            case UInt8(ascii: ","), UInt8(ascii: ";"): separator()
            case let byte where byte.isWordByte: word(bytes)
            default: operatorCharacter(bytes)
            }
        }
    }

    private func follows(_ character: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: character)
    }

    private mutating func fail(_ message: String) {
        problem = problem ?? (index, message)
    }

    /// Counts a token. A token on a new line begins a statement if the previous token may end one.
    private mutating func token(startsStatement: Bool) {
        if isNewLine, mayEnd, startsStatement { startStatement() }
        isNewLine = false
        tokens += 1
        if tokens > Self.longestStatement { fail("this statement is too long to read") }
    }

    private mutating func startStatement() {
        tokens = 0
        generics = 0
        squares = 0
        chain = 0
    }

    private mutating func separator() {
        tokens = 0
        mayEnd = false
        isNewLine = false
        index += 1
    }

    private mutating func open(_ nesting: Nesting) {
        token(startsStatement: false)
        nestings.append(nesting)
        if nestings.count > Self.deepestBrackets {
            fail("brackets are nested more than \(Self.deepestBrackets) deep")
        }
        if nesting == .brace { (generics, squares) = (0, 0) }
        if nesting == .square {
            squares += 1
            if squares > Self.deepestSquares {
                fail("more than \(Self.deepestSquares) '[' are nested with no literal between them")
            }
        }
        mayEnd = nesting == .brace
        index += 1
    }

    /// Closes a bracket. A brace also closes the brackets that were left open in it.
    private mutating func close(_ bytes: UnsafeBufferPointer<UInt8>) {
        let closed: Nesting? =
            switch bytes[index] {
            case UInt8(ascii: ")"): .parenthesis
            case UInt8(ascii: "]"): .square
            default: .brace
            }
        token(startsStatement: true)
        mayEnd = true
        index += 1
        if closed == .square { squares = max(0, squares - 1) }
        if case .interpolation(let literal)? = nestings.last {
            guard closed == .parenthesis else { return }
            nestings.removeLast()
            return text(of: literal, bytes)
        }
        if closed == .brace, let start = nestings.lastIndex(of: .brace) {
            nestings.removeSubrange(start...)
        } else if nestings.last == closed {
            nestings.removeLast()
        }
    }

    private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = index
        while index < bytes.count, bytes[index].isWordByte { index += 1 }
        let word = bytes[start..<index]
        let role = roles.role(of: word)
        token(startsStatement: role != .continues)
        mayEnd = role == .plain
        guard role == .continues, word.elementsEqual("else".utf8) else { return }
        chain += 1
        if chain > Self.longestChain { fail("a chain has more than \(Self.longestChain) 'else' branches") }
    }

    private mutating func operatorCharacter(_ bytes: UnsafeBufferPointer<UInt8>) {
        let byte = bytes[index]
        token(startsStatement: byte == UInt8(ascii: "@") || byte == UInt8(ascii: "`"))
        let isArrow = byte == UInt8(ascii: "-") && follows(">", bytes)
        if !isArrow, Self.operatorsOutsideTypes.contains(byte) { squares = 0 }
        if byte == UInt8(ascii: "<"), index > 0, bytes[index - 1].isWordByte {
            generics += 1
            if generics > Self.deepestGenerics {
                fail("generic arguments are nested more than \(Self.deepestGenerics) deep")
            }
        } else if byte == UInt8(ascii: ">") {
            generics = max(0, generics - 1)
        }
        mayEnd = Self.endings.contains(byte)
        index += 1
    }

    private static let operatorsOutsideTypes = Array("+-*/%=|^~\\".utf8)
    /// Characters that follow a type or value, or close a name.
    private static let endings = Array("?!>`".utf8)

    // MARK: Comments

    private mutating func skipLine(_ bytes: UnsafeBufferPointer<UInt8>) {
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    }

    private mutating func skipBlockComment(_ bytes: UnsafeBufferPointer<UInt8>) {
        var depth = 0
        repeat {
            if bytes[index] == UInt8(ascii: "/"), follows("*", bytes) {
                depth += 1
                index += 2
            } else if bytes[index] == UInt8(ascii: "*"), follows("/", bytes) {
                depth -= 1
                index += 2
            } else {
                index += 1
            }
        } while depth > 0 && index < bytes.count
    }

    // MARK: Literals and directives

    /// Scans `#if`, `#endif`, `#"raw"#`, or `#macro`.
    private mutating func pound(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = index
        while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return literal(pounds: index - start, bytes) }
        token(startsStatement: true)
        let word = bytes[index...].prefix { $0.isWordByte }
        if word.elementsEqual("if".utf8) {
            conditionals += 1
            if conditionals > Self.deepestBrackets {
                fail("'#if' blocks are nested more than \(Self.deepestBrackets) deep")
            }
        } else if word.elementsEqual("endif".utf8) {
            conditionals = max(0, conditionals - 1)
        }
        mayEnd = true
        index = word.endIndex
    }

    private mutating func literal(pounds: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        token(startsStatement: true)
        squares = 0
        let isMultiline = bytes[index...].starts(with: Self.threeQuotes)
        index += isMultiline ? 3 : 1
        text(of: Literal(pounds: pounds, isMultiline: isMultiline), bytes)
    }

    private static let threeQuotes = [UInt8](repeating: UInt8(ascii: "\""), count: 3)

    /// Skips the text of a literal up to its end or an interpolation.
    private mutating func text(of literal: Literal, _ bytes: UnsafeBufferPointer<UInt8>) {
        mayEnd = true
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\"), hasPounds(literal.pounds, at: index + 1, bytes) {
                index += 1 + literal.pounds
                guard index < bytes.count else { return }
                if bytes[index] == UInt8(ascii: "(") { return open(.interpolation(literal)) }
                index += 1
            } else if byte == UInt8(ascii: "\"") {
                let quotes = literal.isMultiline ? 3 : 1
                let isEnd = !literal.isMultiline || bytes[index...].starts(with: Self.threeQuotes)
                if isEnd, hasPounds(literal.pounds, at: index + quotes, bytes) {
                    index += quotes + literal.pounds
                    return
                }
                index += 1
            } else if !literal.isMultiline, byte == 0x0A || byte == 0x0D {
                return
            } else {
                index += 1
            }
        }
    }

    private func hasPounds(_ count: Int, at start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count > 0 else { return true }
        guard start + count <= bytes.count else { return false }
        return bytes[start..<start + count].allSatisfy { $0 == UInt8(ascii: "#") }
    }
}

/// The role of a word: whether a statement can end after it or begin with it.
private enum WordRole {
    case plain
    /// A word that must be followed by another token: `try`, `let`, `in`.
    case leads
    /// A word that continues a statement: `else`, `is`.
    case continues
}

/// Recognizes keywords. It excludes most other words by their first letter and length.
private struct WordRoles {
    private static let roles: [String: WordRole] = {
        let leading = [
            "try", "await", "unsafe", "let", "var", "inout", "some", "any", "each", "repeat", "borrowing", "consuming",
            "borrow", "consume", "copy", "sending", "isolated", "nonisolated", "discard", "return", "throw", "yield",
            "if", "guard", "switch", "while", "for", "do", "defer", "case", "default", "func", "async", "indirect",
        ]
        let continuing = ["else", "catch", "where", "is", "as", "in", "throws", "rethrows"]
        var roles = Dictionary(uniqueKeysWithValues: leading.map { ($0, WordRole.leads) })
        for word in continuing { roles[word] = .continues }
        return roles
    }()

    /// For each length, a bit for each first letter of the keywords with that length.
    private let firstLetters: [UInt32] = {
        var letters = [UInt32](repeating: 0, count: 12)
        for word in roles.keys { letters[word.utf8.count] |= bit(word.utf8.first ?? 0) }
        return letters
    }()

    private static func bit(_ letter: UInt8) -> UInt32 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) ? 1 << UInt32(letter - UInt8(ascii: "a")) : 0
    }

    func role(of word: Slice<UnsafeBufferPointer<UInt8>>) -> WordRole {
        guard word.count < firstLetters.count, let first = word.first,
            firstLetters[word.count] & Self.bit(first) != 0
        else { return .plain }
        return Self.roles[String(decoding: word, as: UTF8.self)] ?? .plain
    }
}

extension UInt8 {
    /// Whether a byte is part of a name, keyword, or number.
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }
}
