/// Tells which texts a doc comment gives back as they are.
public enum SwiftComment {
    /// Whether `text` survives as a `///` comment, in any editor: it holds no blank before a line end, and no control,
    /// line-separating or direction-changing character but the line feed and, inside a line, the tab.
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
    /// Whether an editor or a terminal may hide this, end a line at it or reorder a line because of it: controls, the
    /// byte order mark, Unicode's line ends, directional marks.
    var isUnsafeInSource: Bool {
        switch value {
        case 0x20...0x7E: false
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB:
            true
        default: false
        }
    }

    /// Whether a line ends here, for Swift or for an editor.
    var endsLine: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension StringProtocol {
    /// Whether every byte of the text is as wanted. Bytes that lie side by side, as they nearly always do, are looked at
    /// where they lie, which an iterator over UTF-8 is several times slower at.
    @inline(__always)
    func allBytes(_ isWanted: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isWanted) } ?? utf8.allSatisfy(isWanted)
    }
}
