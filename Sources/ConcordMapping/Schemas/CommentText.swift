/// What a doc comment can hold so that its text comes back byte for byte, whatever editors do to it.
enum CommentText {
    /// Whether a comment can hold the text.
    static func canHold(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        var last: UInt8 = UInt8(ascii: "\n")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"):
                if last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { return false }
            case UInt8(ascii: "\t"): break
            case 0..<0x20, 0x7F: return false
            default: break
            }
            last = byte
        }
        if last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { return false }
        return text.utf8.allSatisfy { $0 < 0x80 } || text.unicodeScalars.allSatisfy(isHarmless)
    }

    /// Line separators would end a line in some editors; bidi controls would show another text than is there.
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
    }
}
