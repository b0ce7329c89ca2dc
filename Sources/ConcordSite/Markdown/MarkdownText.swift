/// Text and links in CommonMark, escaped so that no text is interpreted as markup.
enum MarkdownText {
    /// Returns text with a backslash before each character that would be interpreted as markup.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if isMarkup(scalar, at: index, in: scalars) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private static func isMarkup(_ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        func isWord(_ index: Int) -> Bool {
            scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
                || scalars.indices.contains(index) && scalars[index].properties.numericType != nil
        }
        switch scalar {
        case "\\", "`", "*", "[", "]", "<": return true
        case "_": return !isWord(index - 1) || !isWord(index + 1)
        case "~": return scalars.indices.contains(index + 1) && scalars[index + 1] == "~"
        case "&": return isWord(index + 1) || scalars.indices.contains(index + 1) && scalars[index + 1] == "#"
        default: return false
        }
    }

    /// Returns a paragraph whose start is not interpreted as a heading, list, quotation or rule.
    static func paragraph(_ text: String) -> String {
        guard let first = text.first else { return text }
        if "#>+-=".contains(first) || first == "~" && text.hasPrefix("~~~") { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let mark = text.dropFirst(digits.count).first, ".)".contains(mark) else { return text }
        return digits + "\\" + text.dropFirst(digits.count)
    }

    /// Returns the value of an attribute. It isn't interpreted as markup even by a reader without HTML support.
    static func attribute(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain =
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "/{}-._~".unicodeScalars.contains(scalar)
            return isPlain ? String(scalar) : "&#\(scalar.value);"
        }.joined()
    }

    /// Returns code on one line.
    static func code(_ text: String) -> String {
        let line = oneLine(text)
        guard !line.isEmpty else { return "" }
        let fence = String(repeating: "`", count: longestRun(in: line) + 1)
        let space = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
        return fence + space + line + space + fence
    }

    /// Returns a code block.
    static func block(_ text: String, language: String) -> String {
        let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
        return "\(fence)\(language)\n\(text.hasSuffix("\n") ? String(text.dropLast()) : text)\n\(fence)"
    }

    private static func longestRun(in text: String) -> Int {
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// Returns a link with text that is already escaped.
    static func link(_ text: String, _ address: String) -> String {
        guard !text.isEmpty else { return "" }
        let needsBrackets = address.unicodeScalars.contains { "()<> ".unicodeScalars.contains($0) }
        guard needsBrackets else { return "[\(text)](\(address))" }
        let encoded = address.replacing(/[<>\[\]]/) { mark in
            switch mark.output {
            case "<": "%3C"
            case ">": "%3E"
            case "[": "%5B"
            default: "%5D"
            }
        }
        return "[\(text)](<\(encoded)>)"
    }

    /// Returns the words of a text, separated by single spaces. A space at either end is kept.
    static func spaced(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return text.isEmpty ? "" : " " }
        return (text.first?.isWhitespace == true ? " " : "") + words + (text.last?.isWhitespace == true ? " " : "")
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    /// Returns marked text. The marks are next to the first and last words.
    static func marked(_ text: String, _ mark: String) -> String {
        let words = text.trimmed
        guard !words.isEmpty else { return text }
        return (text.first == " " ? " " : "") + mark + words + mark + (text.last == " " ? " " : "")
    }
}

extension String {
    /// The text without spaces at its ends.
    var trimmed: String {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
