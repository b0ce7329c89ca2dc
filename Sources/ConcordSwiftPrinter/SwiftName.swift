import ConcordNames

/// Determines which strings can be names in Swift, and writes names with backticks where necessary.
public enum SwiftName {
    /// The place of a name, which determines the keywords that the compiler recognizes there.
    public enum Place: Sendable {
        /// In a declaration, or in a use without a prefix.
        case plain
        /// After a period. `.default` needs no backticks there, and `` .`init` `` does.
        case member
        /// The label of an argument or parameter.
        case label
        /// The name of a type in a use, where `Any` and `Self` have their special meaning.
        case type
    }

    /// Returns whether `name` is an identifier, with backticks if it is reserved. Characters that an editor hides or
    /// reorders are rejected, although Swift allows some.
    public static func isIdentifier(_ name: String) -> Bool {
        isPlainIdentifier(name) || isUnicodeIdentifier(name)
    }

    /// Returns whether `name` is an identifier of ASCII letters and digits, as nearly all are.
    private static func isPlainIdentifier(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.allBytes { byte in
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39: true
            default: false
            }
        }
    }

    private static func isUnicodeIdentifier(_ name: String) -> Bool {
        var scalars = name.unicodeScalars.makeIterator()
        guard let first = scalars.next(), canStart(first), !first.isUnsafeInSource, name != "_" else { return false }
        while let scalar = scalars.next() {
            guard canStart(scalar) || canContinue(scalar), !scalar.isUnsafeInSource else { return false }
        }
        return true
    }

    /// Returns whether `name` has another meaning in `place` without backticks.
    public static func isReserved(_ name: String, in place: Place = .plain) -> Bool {
        // Every reserved word is short, and lowercase except for its first letter.
        guard name.utf8.count <= 15, name.utf8.dropFirst().allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return false
        }
        switch place {
        case .plain: return SwiftKeyword.all.contains(name) || name == "Type" || name == "Protocol"
        case .member: return name == "init" || name == "self" || name == "Type" || name == "Protocol"
        case .label: return name == "inout" || name == "var" || name == "let"
        case .type: return SwiftKeyword.all.contains(name) && name != "Any" && name != "Self"
        }
    }

    /// Returns `name` as it is written in `place`: in backticks if it is reserved or isn't an identifier. Characters
    /// that backticks can't contain become `_`.
    public static func written(_ name: String, in place: Place = .plain) -> String {
        if isIdentifier(name) { return isReserved(name, in: place) ? "`\(name)`" : name }
        if name == "_" { return place == .label ? name : "`_`" }
        let raw = name.unicodeScalars.map { $0 == "`" || $0 == "\\" || $0.isUnsafeInSource ? "_" : $0 }
        return "`\(String(String.UnicodeScalarView(raw)))`"
    }

    /// Returns whether a scalar is an `identifier-head` of the grammar.
    private static func canStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F: true
        case 0..<0xA8: false
        case 0xA8, 0xAA, 0xAD, 0xAF, 0xB2...0xB5, 0xB7...0xBA, 0xBC...0xBE, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
            0x370...0x167F, 0x1681...0x180D, 0x180F...0x1DBF, 0x1E00...0x1FFF, 0x200B...0x200D, 0x202A...0x202E,
            0x203F...0x2040, 0x2054, 0x2060...0x206F, 0x2070...0x20CF, 0x2100...0x218F, 0x2460...0x24FF,
            0x2776...0x2793, 0x2C00...0x2DFF, 0x2E80...0x2FFF, 0x3004...0x3007, 0x3021...0x302F, 0x3031...0x303F,
            0x3040...0xD7FF, 0xF900...0xFD3D, 0xFD40...0xFDCF, 0xFDF0...0xFE1F, 0xFE30...0xFE44, 0xFE47...0xFFFD:
            true
        case 0x10000...0x1FFFD, 0x20000...0x2FFFD, 0x30000...0x3FFFD, 0x40000...0x4FFFD, 0x50000...0x5FFFD,
            0x60000...0x6FFFD, 0x70000...0x7FFFD, 0x80000...0x8FFFD, 0x90000...0x9FFFD, 0xA0000...0xAFFFD,
            0xB0000...0xBFFFD, 0xC0000...0xCFFFD, 0xD0000...0xDFFFD, 0xE0000...0xEFFFD:
            true
        default: false
        }
    }

    /// Returns whether a scalar is one that `identifier-character` adds to `identifier-head`: digits and combining
    /// marks.
    private static func canContinue(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x300...0x36F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        default: false
        }
    }
}
