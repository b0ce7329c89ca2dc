/// Determines which strings a doc comment can contain, so that they are read back byte for byte even after editors
/// reformat the file.
enum CommentText {
    /// Returns whether a comment can contain the string.
    static func canHold(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        if text.allBytes({ (0x20...0x7E).contains($0) }) { return text.utf8.last != UInt8(ascii: " ") }
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

    /// Returns whether a character is safe in a comment. Some editors end lines at line separators, and bidirectional
    /// controls change the order in which characters are displayed.
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
    }
}

extension StringProtocol {
    /// Returns whether every byte of the string satisfies a predicate. Accesses contiguous storage directly, which is
    /// several times faster than iterating over the UTF-8 view.
    @inline(__always)
    func allBytes(_ isWanted: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isWanted) } ?? utf8.allSatisfy(isWanted)
    }
}
