/// How a text is written as a Swift string literal, so that it reads back scalar by scalar.
struct StringLiteral {
    /// `"…"`, or `"""` and lines.
    var isMultiline: Bool
    /// How many `#` stand around it: none where backslashes escape.
    var pounds: Int
    private let text: String
    /// Whether the text stands in the literal as it is, on one line.
    private let isPlain: Bool

    /// Several lines are written as lines. A text with a backslash, or with quotes that would need one, is written raw
    /// unless it also holds what must be escaped on one line.
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
            // `#"""` would open a literal of several lines.
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

    /// The lines of the literal, delimiters first and last, none of them indented.
    var lines: [String] {
        var lines = ["\(delimiterPounds)\"\"\""]
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            lines.append(escaped(Substring(line), quotes: false, isLine: true))
        }
        lines.append("\"\"\"\(delimiterPounds)")
        return lines
    }

    /// The text with an escape for each scalar that would end the literal, be taken for an escape, be invisible, be
    /// drawn over a quote or an escape in front of it or, at the end of a line, be trimmed.
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

    /// Whether nothing in the text needs an escape, as can be told by its bytes: nearly always.
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

    /// What a text holds that decides how it is written.
    private struct Shape {
        var hasBackslash = false
        var longestQuoteRun = 0
        /// One more `#` than follow any quote or backslash, and at least one.
        var pounds = 1
        /// A line feed with something after it.
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
