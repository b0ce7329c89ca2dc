/// Parses a pattern by the grammar of ECMA 262, including the extensions of its Annex B that real patterns rely on.
struct PatternParser {
    /// The maximum nesting of groups, which limits the stack depth.
    private static let deepest = 100

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    private var otherDialects: [PatternProblem] = []
    /// Whether the pattern has flags, or properties that are not supported.
    private var isUnknown = false
    private var groups = 0
    /// The numbers of the named groups.
    private var names: [String: Int] = [:]

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// Parses a pattern. Returns its syntax tree, or `nil` if it is invalid or has unsupported parts, and its problems.
    static func read(_ text: String) -> (node: PatternNode?, problems: [PatternProblem]) {
        var parser = PatternParser(text)
        do throws(PatternProblem) {
            let node = try parser.alternatives()
            guard parser.peek == nil else {
                throw invalid("a ')' has no opening '('", help: "write \\) for the character")
            }
            return (parser.isUnknown ? nil : node, parser.otherDialects)
        } catch {
            return (nil, [error])
        }
    }

    private static func invalid(_ message: String, help: String? = nil) -> PatternProblem {
        PatternProblem(kind: .invalid, message: message, help: help)
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func next(_ missing: String = "the pattern is incomplete") throws(PatternProblem) -> Unicode.Scalar
    {
        guard let scalar = peek else { throw Self.invalid(missing) }
        position += 1
        return scalar
    }

    private mutating func take(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private mutating func alternatives() throws(PatternProblem) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw Self.invalid("its groups are nested too deeply") }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(PatternProblem) -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = peek, scalar != "|", scalar != ")" { nodes.append(try quantified(try atom())) }
        return .sequence(nodes)
    }

    private mutating func atom() throws(PatternProblem) -> PatternNode {
        switch try next() {
        case "^": return .start
        case "$": return .end
        case ".": return .scalar(.inLine)
        case "[": return .scalar(try characterClass())
        case "(": return try group()
        case "\\": return try escape()
        case let quantifier where "*+?".unicodeScalars.contains(quantifier):
            throw Self.invalid(
                "the '\(quantifier)' has nothing to repeat", help: "write \\\(quantifier) for the character")
        case let scalar: return .scalar(ScalarSet(scalar))
        }
    }

    private mutating func group() throws(PatternProblem) -> PatternNode {
        var number: Int?
        var look: (isAhead: Bool, isNegated: Bool)?
        if take("?=") {
            look = (true, false)
        } else if take("?!") {
            look = (true, true)
        } else if take("?<=") {
            look = (false, false)
        } else if take("?<!") {
            look = (false, true)
        } else if take("?") {
            if take("<") {
                groups += 1
                number = groups
                names[try name()] = groups
            } else {
                try modifiers()
            }
        } else {
            groups += 1
            number = groups
        }
        let node = try alternatives()
        guard take(")") else { throw Self.invalid("a '(' is not closed", help: "write \\( for the character") }
        if let look { return .look(isAhead: look.isAhead, isNegated: look.isNegated, node) }
        return number.map { .group($0, node) } ?? node
    }

    /// Parses the name of a group and the `>` after it.
    private mutating func name() throws(PatternProblem) -> String {
        let start = position
        while try next("the name of a group is not closed") != ">" {}
        return String(String.UnicodeScalarView(scalars[start..<position - 1]))
    }

    /// Parses the modifiers between `(?` and `:`.
    private mutating func modifiers() throws(PatternProblem) {
        if take("P<") {
            throw Self.invalid("'(?P<' is not valid in ECMA-262", help: "write a named group as (?<name>…)")
        }
        while let scalar = peek, "ims-".unicodeScalars.contains(scalar) {
            isUnknown = true
            position += 1
        }
        if take(":") { return }
        if peek == ")" {
            throw Self.invalid(
                "ECMA-262 has no inline flags", help: "write both cases: [Aa]")
        }
        throw Self.invalid("'(?' does not start a group in ECMA-262")
    }

    // MARK: Quantifiers

    private mutating func quantified(_ node: PatternNode) throws(PatternProblem) -> PatternNode {
        guard let (least, most) = quantifier() else { return node }
        // Laziness doesn't affect whether there is a match.
        _ = take("?")
        if let most, most < least { throw Self.invalid("'{\(least),\(most)}' has its bounds in the wrong order") }
        return .repeated(node, least: least, most: most)
    }

    private mutating func quantifier() -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = position
        if take("{"), let least = number() {
            if take("}") { return (least, least) }
            if take(",") {
                let most = number()
                if take("}") { return (least, most) }
            }
        }
        // A brace that doesn't begin a quantifier is literal.
        position = start
        return nil
    }

    private mutating func number() -> Int? {
        let digits = scalars[position...].prefix { ScalarSet.digits.contains($0) }
        guard let number = Int(String(String.UnicodeScalarView(digits))) else { return nil }
        position += digits.count
        return number
    }

    // MARK: Escapes

    private mutating func escape() throws(PatternProblem) -> PatternNode {
        switch peek {
        case "b", "B": return .wordBoundary(try next() == "b")
        case "k":
            position += 1
            guard take("<") else { return .scalar(ScalarSet("k")) }
            guard let group = names[try name()] else {
                // A group after the reference has not matched yet.
                return .sequence([])
            }
            return .backReference(group)
        case let scalar? where ("1"..."9").contains(scalar):
            return .backReference(number() ?? .max)
        default: return .scalar(try escapedSet())
        }
    }

    /// Parses the characters after a backslash, inside or outside brackets.
    private mutating func escapedSet() throws(PatternProblem) -> ScalarSet {
        switch try next("a '\\' at the end of the pattern escapes nothing") {
        case "d": return .digits
        case "D": return .digits.negated
        case "w": return .wordCharacters
        case "W": return .wordCharacters.negated
        case "s": return .spaces
        case "S": return .spaces.negated
        case "p": return try property()
        case "P": return try property().negated
        case "t": return ScalarSet("\t")
        case "n": return ScalarSet("\n")
        case "r": return ScalarSet("\r")
        case "f": return ScalarSet("\u{C}")
        case "v": return ScalarSet("\u{B}")
        case "0": return ScalarSet("\u{0}")
        case "c": return ScalarSet(Unicode.Scalar(UInt8(truncatingIfNeeded: try next().value & 0x1F)))
        case "x": return ScalarSet(try scalar(hexadecimal(2)))
        case "u": return ScalarSet(try unicodeEscape())
        case let scalar:
            if scalar.properties.isAlphabetic, scalar.isASCII { noteDialect(of: scalar) }
            return ScalarSet(scalar)
        }
    }

    /// Reports an escaped letter that is literal here and has another meaning in Perl, Python, or .NET.
    private mutating func noteDialect(of letter: Unicode.Scalar) {
        let meant: [Unicode.Scalar: String] = [
            "A": "write ^", "Z": "write $", "z": "write $", "h": "write [ \\t]", "a": "write \\x07", "e": "write \\x1B",
        ]
        otherDialects.append(
            PatternProblem(
                kind: .otherDialect, message: "'\\\(letter)' is the letter '\(letter)' in ECMA-262",
                help: meant[letter])
        )
    }

    private mutating func unicodeEscape() throws(PatternProblem) -> Unicode.Scalar {
        if take("{") {
            let digits = scalars[position...].prefix { $0 != "}" }
            position += digits.count
            guard take("}") else { throw Self.invalid("a '\\u{' is not closed") }
            return try scalar(UInt32(String(String.UnicodeScalarView(digits)), radix: 16) ?? .max)
        }
        let first = try hexadecimal(4)
        guard (0xD800..<0xDC00).contains(first), take("\\u") else { return try scalar(first) }
        let second = try hexadecimal(4)
        guard (0xDC00..<0xE000).contains(second) else { throw Self.invalid("an unpaired surrogate is not a character") }
        return try scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexadecimal(_ count: Int) throws(PatternProblem) -> UInt32 {
        let digits = scalars[position...].prefix(count)
        let text = String(String.UnicodeScalarView(digits))
        guard digits.count == count, text.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16) else {
            throw Self.invalid("\(count) hexadecimal digits must follow '\(count == 2 ? "\\x" : "\\u")'")
        }
        position += count
        return value
    }

    private func scalar(_ value: UInt32) throws(PatternProblem) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { throw Self.invalid("an escape is not a character") }
        return scalar
    }

    /// Parses `\p{L}`, `\p{Letter}`, `\p{General_Category=Lu}`, `\p{Alphabetic}`, or `\p{Script=Greek}`.
    private mutating func property() throws(PatternProblem) -> ScalarSet {
        guard take("{") else { throw Self.invalid("a property in braces must follow '\\p'") }
        let letters = scalars[position...].prefix { $0 != "}" }
        position += letters.count
        guard take("}") else { throw Self.invalid("a '\\p{' is not closed") }
        guard let set = UnicodeProperty.set(named: String(String.UnicodeScalarView(letters))) else {
            isUnknown = true
            return ScalarSet([])
        }
        return set
    }

    // MARK: Brackets

    private mutating func characterClass() throws(PatternProblem) -> ScalarSet {
        let isNegated = take("^")
        var members: [ScalarSet.Member] = []
        while !take("]") {
            let first = try classAtom()
            guard let low = first.single, peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                members.append(first.member)
                continue
            }
            position += 1
            let last = try classAtom()
            guard let high = last.single else {
                members += [first.member, .range(0x2D...0x2D), last.member]
                continue
            }
            guard low <= high else { throw Self.invalid("a range in brackets has its bounds in the wrong order") }
            members.append(.range(low...high))
        }
        return ScalarSet(members, isNegated: isNegated)
    }

    /// A character of a class, or a set such as `\d`.
    private enum ClassAtom {
        case scalar(UInt32)
        case set(ScalarSet)

        var single: UInt32? {
            if case .scalar(let value) = self { value } else { nil }
        }

        var member: ScalarSet.Member {
            switch self {
            case .scalar(let value): .range(value...value)
            case .set(let set): .not(set.negated)
            }
        }
    }

    private mutating func classAtom() throws(PatternProblem) -> ClassAtom {
        let first = try next("a '[' is not closed")
        guard first == "\\" else { return .scalar(first.value) }
        if take("b") { return .scalar(0x08) }
        let start = position
        let set = try escapedSet()
        let isSet = "dDwWsSpP".unicodeScalars.contains(scalars[start])
        if isSet { return .set(set) }
        return set.onlyScalar.map { .scalar($0) } ?? .set(set)
    }
}
