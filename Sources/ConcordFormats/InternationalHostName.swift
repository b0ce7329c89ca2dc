import ConcordPatterns

/// A host name whose labels may be written in Unicode: U-labels of IDNA 2008, RFC 5890 to 5893.
///
/// Swift has no table of joining types and of classes of bidirectional text. The rules that depend on them are applied
/// to Arabic and Hebrew letters, and to the scripts that share their blocks.
enum InternationalHostName {
    /// The full stops that RFC 3490 takes for a dot.
    private static let separators: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]

    static func isValid(_ text: String) -> Bool {
        var labels: [[Unicode.Scalar]] = []
        var encodedCount = -1
        for label in text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: separators.contains) {
            let isASCII = label.allSatisfy(\.isASCII)
            let scalars = isASCII ? unicodeLabel(Substring(label)) : Array(label)
            guard let scalars, isASCII ? HostName.isLabel(Substring(label)) : isUnicodeLabel(scalars) else {
                return false
            }
            labels.append(scalars)
            encodedCount += 1 + (isASCII ? label.count : 4 + Punycode.encode(scalars).utf8.count)
        }
        let isBidirectional = labels.contains { $0.contains { BidirectionalClass($0).isRightToLeft } }
        return encodedCount <= 253 && (!isBidirectional || labels.allSatisfy(BidirectionalClass.allows))
    }

    /// Returns the scalars of a label in ASCII; `nil` for an A-label that encodes no U-label.
    static func unicodeLabel(_ label: Substring) -> [Unicode.Scalar]? {
        guard HostName.isALabel(label) else { return Array(label.unicodeScalars) }
        let code = label.dropFirst(4).lowercased()
        guard let scalars = Punycode.decode(code), !scalars.allSatisfy(\.isASCII), isUnicodeLabel(scalars),
            Punycode.encode(scalars) == code
        else { return nil }
        return scalars
    }

    /// RFC 5891, section 4.2.
    private static func isUnicodeLabel(_ label: [Unicode.Scalar]) -> Bool {
        guard let first = label.first, first != "-", label.last != "-", !first.isMark,
            !(label.count > 3 && label[2] == "-" && label[3] == "-"), 4 + Punycode.encode(label).utf8.count <= 63
        else { return false }
        return label.indices.allSatisfy { index in
            isAllowedInContext(label[index], at: index, in: label) ?? isAllowed(label[index])
        }
    }

    /// RFC 5892, sections 2 and 3, for scalars that depend on no context.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x30...0x39, 0x61...0x7A: return true
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
        // Old Hangul, marks for symbols, and notes of music.
        case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB, 0x20D0...0x20FF, 0x1D100...0x1D24F: return false
        default: break
        }
        let properties = scalar.properties
        if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint || properties.isWhitespace {
            return false
        }
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter, .nonspacingMark,
            .spacingMark:
            return true
        default: return false
        }
    }

    // MARK: Context

    private static let greek = Pattern("^\\p{Script=Greek}$")
    private static let hebrew = Pattern("^\\p{Script=Hebrew}$")
    private static let japanese = Pattern("^[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]$")

    /// RFC 5892, Appendix A; `nil` for scalars that depend on no context.
    private static func isAllowedInContext(
        _ scalar: Unicode.Scalar, at index: Int, in label: [Unicode.Scalar]
    ) -> Bool? {
        let previous = index > 0 ? label[index - 1] : nil
        let next = index + 1 < label.count ? label[index + 1] : nil
        switch scalar.value {
        case 0x200C: return previous?.isVirama == true || isBetweenJoiningLetters(index, label)
        case 0x200D: return previous?.isVirama == true
        case 0xB7: return previous == "l" && next == "l"
        case 0x375: return next.map { greek.matches(String($0)) } ?? false
        case 0x5F3, 0x5F4: return previous.map { hebrew.matches(String($0)) } ?? false
        case 0x30FB: return label.contains { $0 != scalar && japanese.matches(String($0)) }
        case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
        case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
        default: return nil
        }
    }

    /// Whether a letter that joins the following one stands before, and one that joins the preceding one behind.
    private static func isBetweenJoiningLetters(_ index: Int, _ label: [Unicode.Scalar]) -> Bool {
        let before = label[..<index].last { !$0.isMark }
        let after = label[(index + 1)...].first { !$0.isMark }
        guard let before, let after, before.isArabicLetter, after.isArabicLetter else { return false }
        return !rightJoining.contains(before.value)
    }

    /// The letters of the block Arabic that join the preceding letter alone, or none.
    private static let rightJoining: Set<UInt32> = {
        let ranges: [ClosedRange<UInt32>] = [
            0x621...0x625, 0x627...0x627, 0x629...0x629, 0x62F...0x632, 0x648...0x648, 0x671...0x677, 0x688...0x699,
            0x6C0...0x6C0, 0x6C3...0x6CB, 0x6CD...0x6CD, 0x6CF...0x6CF, 0x6D2...0x6D5, 0x6EE...0x6EF,
        ]
        return Set(ranges.joined())
    }()
}

extension Unicode.Scalar {
    fileprivate var isVirama: Bool { properties.canonicalCombiningClass == .virama }

    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    fileprivate var isArabicLetter: Bool { (0x620...0x6FF).contains(value) && properties.isAlphabetic }
}

/// The classes of bidirectional text that RFC 5893 tells apart.
private enum BidirectionalClass {
    case left, right, arabicNumber, europeanNumber, mark, neutral

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39, 0x6F0...0x6F9: self = .europeanNumber
        case 0x660...0x669, 0x66B, 0x66C: self = .arabicNumber
        case _ where scalar.properties.generalCategory == .nonspacingMark: self = .mark
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: self = .right
        case _ where scalar.properties.isAlphabetic: self = .left
        default: self = .neutral
        }
    }

    var isRightToLeft: Bool { self == .right || self == .arabicNumber }

    /// The rule for a label of a name that has right-to-left characters, RFC 5893, section 2.
    static func allows(_ label: [Unicode.Scalar]) -> Bool {
        let classes = label.map(BidirectionalClass.init)
        guard let first = classes.first, let last = classes.last(where: { $0 != .mark }) else { return false }
        switch first {
        case .right:
            return !classes.contains(.left) && [.right, .arabicNumber, .europeanNumber].contains(last)
                && !(classes.contains(.arabicNumber) && classes.contains(.europeanNumber))
        case .left: return !classes.contains { $0.isRightToLeft } && [.left, .europeanNumber].contains(last)
        default: return false
        }
    }
}
