/// Reads a pattern by the grammar of ECMA 262, with the latitude of its Annex B that real patterns rely on.
struct PatternParser {
    /// What is no pattern, or needs more than a set of states to be matched.
    private struct Unsupported: Error {}

    /// Deeper groups would only take up the stack.
    private static let deepest = 100

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// What a pattern is made of; nil for look-around, for back-references and for what is no pattern.
    static func parse(_ text: String) -> PatternNode? {
        var parser = PatternParser(text)
        guard let node = try? parser.alternatives(), parser.peek == nil else { return nil }
        return node
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func next() throws -> Unicode.Scalar {
        guard let scalar = peek else { throw Unsupported() }
        position += 1
        return scalar
    }

    private mutating func take(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private mutating func alternatives() throws -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw Unsupported() }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = peek, scalar != "|", scalar != ")" { nodes.append(try quantified(try atom())) }
        return .sequence(nodes)
    }

    private mutating func atom() throws -> PatternNode {
        switch try next() {
        case "^": return .start
        case "$": return .end
        case ".": return .scalar(.inLine)
        case "[": return .scalar(try characterClass())
        case "(": return try group()
        case "\\": return try escape()
        case "*", "+", "?": throw Unsupported()
        case let scalar: return .scalar(ScalarSet(scalar))
        }
    }

    private mutating func group() throws -> PatternNode {
        if take("?"), !take(":") {
            // `(?<name>…)`; all other groups that start so look around.
            guard take("<"), let first = peek, first != "=", first != "!" else { throw Unsupported() }
            while try next() != ">" {}
        }
        let node = try alternatives()
        guard take(")") else { throw Unsupported() }
        return node
    }

    // MARK: Quantifiers

    private mutating func quantified(_ node: PatternNode) throws -> PatternNode {
        guard let (least, most) = quantifier() else { return node }
        // Which of several matches is found first makes no difference to whether there is one.
        _ = take("?")
        if let most, most < least { throw Unsupported() }
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
        // A brace that opens no quantifier stands for itself.
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

    private mutating func escape() throws -> PatternNode {
        switch peek {
        case "b", "B": return .wordBoundary(try next() == "b")
        case "k", "1", "2", "3", "4", "5", "6", "7", "8", "9": throw Unsupported()
        default: return .scalar(try escapedSet())
        }
    }

    /// What stands behind a backslash, inside of brackets or outside.
    private mutating func escapedSet() throws -> ScalarSet {
        switch try next() {
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
        case let scalar: return ScalarSet(scalar)
        }
    }

    private mutating func unicodeEscape() throws -> Unicode.Scalar {
        if take("{") {
            let digits = scalars[position...].prefix { $0 != "}" }
            position += digits.count
            guard take("}") else { throw Unsupported() }
            return try scalar(UInt32(String(String.UnicodeScalarView(digits)), radix: 16) ?? .max)
        }
        let first = try hexadecimal(4)
        guard (0xD800..<0xDC00).contains(first), take("\\u") else { return try scalar(first) }
        let second = try hexadecimal(4)
        guard (0xDC00..<0xE000).contains(second) else { throw Unsupported() }
        return try scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexadecimal(_ count: Int) throws -> UInt32 {
        let digits = scalars[position...].prefix(count)
        let text = String(String.UnicodeScalarView(digits))
        guard digits.count == count, text.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16) else {
            throw Unsupported()
        }
        position += count
        return value
    }

    private func scalar(_ value: UInt32) throws -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { throw Unsupported() }
        return scalar
    }

    /// `\p{L}`, `\p{Lu}`, `\p{General_Category=Lu}`; scripts and other properties are left to `Regex`.
    private mutating func property() throws -> ScalarSet {
        guard take("{") else { throw Unsupported() }
        _ = take("General_Category=") || take("gc=")
        let letters = scalars[position...].prefix { $0 != "}" }
        position += letters.count
        guard take("}"), (1...2).contains(letters.count), letters.allSatisfy(\.isASCII) else { throw Unsupported() }
        return ScalarSet([.category(String(String.UnicodeScalarView(letters)))])
    }

    // MARK: Brackets

    private mutating func characterClass() throws -> ScalarSet {
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
            guard low <= high else { throw Unsupported() }
            members.append(.range(low...high))
        }
        return ScalarSet(members, isNegated: isNegated)
    }

    /// One character of a class, or a set such as `\d`.
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

    private mutating func classAtom() throws -> ClassAtom {
        let first = try next()
        guard first == "\\" else { return .scalar(first.value) }
        if take("b") { return .scalar(0x08) }
        let start = position
        let set = try escapedSet()
        let isSet = "dDwWsSpP".unicodeScalars.contains(scalars[start])
        if isSet { return .set(set) }
        return set.onlyScalar.map { .scalar($0) } ?? .set(set)
    }
}
