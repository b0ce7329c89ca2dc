/// The form of a string literal that is read back scalar by scalar.
struct StringLiteral {
    /// Whether the literal is delimited by `"""`, and not by `"`.
    var isMultiline: Bool
    /// The number of `#` delimiters. Without any, backslashes escape.
    var pounds: Int
    private let text: String
    /// Whether the string needs no escapes and fits on one line.
    private let isPlain: Bool

    /// Selects the form of a literal. Several lines use a multiline literal. A string with backslashes, or with quotes
    /// that would be escaped, uses a raw literal unless it contains characters that must be escaped on one line.
    init(_ text: String, canSpanLines: Bool = true) {
        self.text = text
        isPlain = Self.isPlain(text[...])
        guard !isPlain else {
            (isMultiline, pounds) = (false, 0)
            return
        }
        var shape = Shape()
        for byte in text.utf8 { shape.scan(byte) }
        shape.end()
        isMultiline = canSpanLines && shape.hasInnerLineEnd
        if isMultiline {
            pounds = shape.hasBackslash || shape.longestQuoteRun >= 3 ? shape.pounds : 0
        } else {
            // `#"""` would begin a multiline literal.
            let canBeRaw = !text.utf8.starts(with: [UInt8(ascii: "\""), UInt8(ascii: "\"")]) && text != "\""
            let isRawBetter = (shape.hasBackslash || shape.longestQuoteRun > 0) && canBeRaw
            pounds = isRawBetter && !text.unicodeScalars.contains(where: \.isUnsafeInSource) ? shape.pounds : 0
        }
    }

    private var delimiterPounds: String { String(repeating: "#", count: pounds) }

    /// The literal on one line.
    var singleLine: String {
        if isPlain { return "\"" + text + "\"" }
        return "\(delimiterPounds)\"\(escaped(text[...], quotes: pounds == 0))\"\(delimiterPounds)"
    }

    /// The lines of the literal, including its delimiters, without indentation.
    var lines: [String] {
        var lines = ["\(delimiterPounds)\"\"\""]
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            lines.append(escaped(Substring(line), quotes: false, isLine: true))
        }
        lines.append("\"\"\"\(delimiterPounds)")
        return lines
    }

    /// Returns the string with escapes for the scalars that would end the literal, begin an escape, be invisible,
    /// combine with a preceding quote or escape, or be trimmed at the end of a line.
    private func escaped(_ text: Substring, quotes: Bool, isLine: Bool = false) -> String {
        if Self.isPlain(text, pounds: pounds, quotes: quotes, isLine: isLine) { return String(text) }
        let escape = "\\" + delimiterPounds
        let blankAtEnd = isLine && text.utf8.last == UInt8(ascii: " ") ? text.unicodeScalars.indices.last : nil
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        var isAfterEscape = true
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            isAfterEscape =
                index == blankAtEnd || needsEscape(scalar, quotes: quotes)
                || (isAfterEscape && scalar.value >= 0x300 && scalar.properties.isGraphemeExtend)
            guard isAfterEscape else {
                result.unicodeScalars.append(scalar)
                continue
            }
            result += escape
            switch scalar {
            case "\\", "\"": result.unicodeScalars.append(scalar)
            case "\n": result += "n"
            case "\r": result += "r"
            case "\t": result += "t"
            default: result += "u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
        return result
    }

    /// Returns whether the bytes show that nothing in the string needs an escape, which is nearly always the case.
    private static func isPlain(
        _ text: Substring, pounds: Int = 0, quotes: Bool = true, isLine: Bool = false
    ) -> Bool {
        if isLine, text.utf8.last == UInt8(ascii: " ") { return false }
        return text.allBytes { byte in
            switch byte {
            case UInt8(ascii: "\\"): pounds > 0
            case UInt8(ascii: "\""): !quotes
            default: (0x20...0x7E).contains(byte)
            }
        }
    }

    private func needsEscape(_ scalar: Unicode.Scalar, quotes: Bool) -> Bool {
        switch scalar {
        case "\\": pounds == 0
        case "\"": quotes
        default: scalar.isUnsafeInSource
        }
    }

    /// The properties of a string that determine its form.
    private struct Shape {
        var hasBackslash = false
        var longestQuoteRun = 0
        /// One more `#` than follow any quote or backslash, and at least one.
        var pounds = 1
        /// Whether a line feed is followed by other characters.
        var hasInnerLineEnd = false
        private var endsInLineFeed = false
        private var quoteRun = 0
        private var poundRun: Int?

        mutating func scan(_ byte: UInt8) {
            if endsInLineFeed { hasInnerLineEnd = true }
            endsInLineFeed = byte == UInt8(ascii: "\n")
            if byte == UInt8(ascii: "#"), let run = poundRun {
                poundRun = run + 1
                quoteRun = 0
                return
            }
            end()
            switch byte {
            case UInt8(ascii: "\""):
                quoteRun += 1
                longestQuoteRun = max(longestQuoteRun, quoteRun)
                poundRun = 0
            case UInt8(ascii: "\\"):
                hasBackslash = true
                quoteRun = 0
                poundRun = 0
            default: quoteRun = 0
            }
        }

        mutating func end() {
            if let run = poundRun { pounds = max(pounds, run + 1) }
            poundRun = nil
        }
    }
}
