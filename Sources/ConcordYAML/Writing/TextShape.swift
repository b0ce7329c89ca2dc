/// The properties of a string that determine how a writer quotes it.
struct TextShape {
    /// Whether the string contains a character that YAML must escape, or that some readers treat as a line break.
    var needsEscapes = false
    var holdsLineFeed = false
    var holdsTab = false
    var holdsSingleQuote = false
    /// Whether the string contains `\` or `"`.
    var holdsEscapedInDoubleQuotes = false
    /// Whether the string contains `: ` or ` #`, ends with `:` or a space, or begins with a space.
    var holdsSeparator = false
    /// Whether the string contains one of `,[]{}:`.
    var holdsFlowIndicator = false
    var holdsInk = false

    init(_ text: UnsafeRawBufferPointer) {
        var previous: UInt8 = 0
        for index in text.indices {
            let byte = text[index]
            switch byte {
            // The most frequent characters are tested first.
            case UInt8(ascii: "a")...UInt8(ascii: "z"): holdsInk = true
            case UInt8(ascii: "\n"): holdsLineFeed = true
            case UInt8(ascii: "\t"): holdsTab = true
            case 0..<0x20, 0x7F: needsEscapes = true
            case UInt8(ascii: " "):
                if previous == UInt8(ascii: ":") || previous == 0 { holdsSeparator = true }
            case UInt8(ascii: "#"):
                if previous == UInt8(ascii: " ") { holdsSeparator = true }
                holdsInk = true
            case UInt8(ascii: "'"): (holdsSingleQuote, holdsInk) = (true, true)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): (holdsEscapedInDoubleQuotes, holdsInk) = (true, true)
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: ":"):
                (holdsFlowIndicator, holdsInk) = (true, true)
            default:
                holdsInk = true
                if byte >= 0xC2, needsEscape(text, at: index) { needsEscapes = true }
            }
            previous = byte
        }
        if previous == UInt8(ascii: " ") || previous == UInt8(ascii: ":") { holdsSeparator = true }
    }
}

/// Returns whether the non-ASCII character at `index` is a C1 control, a line break of YAML 1.1, a byte order mark, or
/// a noncharacter.
func needsEscape(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
    switch text[index] {
    case 0xC2: text[index + 1] < 0xA0
    case 0xE2: isUnicodeBreak(text, at: index)
    case 0xEF:
        (text[index + 1] == 0xBB && text[index + 2] == 0xBF) || (text[index + 1] == 0xBF && text[index + 2] >= 0xBE)
    default: false
    }
}

/// Returns whether an unquoted string isn't read as a string by YAML 1.2's core schema, by YAML 1.1's types (`yes`,
/// `2024-01-01`, `1_000`, `12:30:45`), or by JSON.
func readsAsOtherThanText(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let first = text.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        return readsAsNumber(text) || readsAsDate(text)
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "<"):
        return text.count == 1 || text.elementsEqual("<<".utf8)
    default:
        guard text.count <= 5 else { return false }
        return wordsWithMeaning.contains { $0.elementsEqual(text.lazy.map { $0 | 0x20 }) }
    }
}

private let wordsWithMeaning: [[UInt8]] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    .map { Array($0.utf8) }

private func readsAsNumber(_ text: UnsafeRawBufferPointer) -> Bool {
    if CoreSchema.isNumber(text) { return true }
    var scan = NumberScan(text)
    scan.skipSign()
    if scan.skip("0x") || scan.skip("0b") || scan.skip("0o") {
        _ = scan.skipDigits { isHexadecimal($0) || $0 == UInt8(ascii: "_") }
        return scan.isAtEnd
    }
    let whole = scan.skipDigits {
        isDecimal($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",")
    }
    let fraction = scan.skip(".") ? scan.skipDigits { isDecimal($0) || $0 == UInt8(ascii: "_") } : 0
    return whole + fraction > 0 && scan.skipExponent() && scan.isAtEnd
}

/// Returns whether the string is `2024-1-1`, with or without a time.
private func readsAsDate(_ text: UnsafeRawBufferPointer) -> Bool {
    var scan = NumberScan(text)
    guard scan.skipDigits(isDecimal) == 4, scan.skip("-"), 1...2 ~= scan.skipDigits(isDecimal), scan.skip("-"),
        1...2 ~= scan.skipDigits(isDecimal)
    else { return false }
    return scan.isAtEnd || scan.next.map { $0 | 0x20 == UInt8(ascii: "t") || $0 <= 0x20 } ?? true
}
