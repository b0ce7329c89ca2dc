/// The grammar of URI templates, RFC 6570.
enum URITemplate {
    static func isValid(_ text: String) -> Bool {
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "{":
                guard let end = rest.firstIndex(of: "}"), isExpression(rest[..<end]) else { return false }
                rest = rest[rest.index(after: end)...]
            case "%": if !skipEscape(&rest) { return false }
            default: if !isLiteral(scalar) { return false }
            }
        }
        return true
    }

    private static func isLiteral(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && !(0x7F..<0xA0).contains(scalar.value) && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
    }

    /// Consumes the two digits of an escape.
    private static func skipEscape(_ rest: inout Substring.UnicodeScalarView) -> Bool {
        let digits = rest.prefix(2)
        rest = rest[digits.endIndex...]
        return digits.count == 2 && digits.allSatisfy { $0.ascii.isHexadecimalDigit }
    }

    private static func isExpression(_ text: Substring.UnicodeScalarView) -> Bool {
        var variables = text
        // The operators of levels 2 and 3, and those that are reserved.
        if let first = variables.first, "+#./;?&=,!@|".unicodeScalars.contains(first) { variables.removeFirst() }
        return variables.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isVariable)
    }

    private static func isVariable(_ text: Substring.UnicodeScalarView) -> Bool {
        if text.last == "*" { return isName(text.dropLast()) }
        guard let colon = text.firstIndex(of: ":") else { return isName(text) }
        let length = text[text.index(after: colon)...]
        return isName(text[..<colon]) && (1...4).contains(length.count) && length.first != "0"
            && length.allSatisfy { $0.ascii.isDigit }
    }

    private static func isName(_ text: Substring.UnicodeScalarView) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            var rest = part
            while let scalar = rest.popFirst() {
                if scalar == "%" {
                    if !skipEscape(&rest) { return false }
                } else if !scalar.ascii.isLetter, !scalar.ascii.isDigit, scalar != "_" {
                    return false
                }
            }
            return !part.isEmpty
        }
    }
}
