/// Determines which strings a doc comment preserves.
public enum SwiftComment {
    /// Returns whether a `///` comment preserves a string in any editor. The string has no spaces before a line ending,
    /// and no control, line-separating, or bidirectional characters other than line feeds and tabs inside lines.
    public static func canHold(_ text: String) -> Bool {
        var last: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": if last == " " || last == "\t" { return false }
            case "\t": break
            default: if scalar.isUnsafeInSource { return false }
            }
            last = scalar
        }
        return !text.isEmpty && last != " " && last != "\t"
    }
}

extension Unicode.Scalar {
    /// Whether editors or terminals may hide the scalar, treat it as a line ending, or reorder a line because of it:
    /// controls, the byte order mark, Unicode line separators, and directional marks.
    var isUnsafeInSource: Bool {
        switch value {
        case 0x20...0x7E: false
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB:
            true
        default: false
        }
    }

    /// Whether the scalar ends a line in Swift or in an editor.
    var endsLine: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
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
