/// Lines of nothing but blanks, or of blanks and a comment, may hold tabs anywhere in YAML 1.2; libyaml refuses them
/// where it looks for indentation. In their places stand spaces of the same number.
enum TabbedLines {
    /// Replaces the tabs that mean nothing, and says whether there were any. Text after `|` or `>` is left alone
    /// where it is indented far enough to be content.
    static func replaceTabs(in bytes: inout [UInt8]) -> Bool {
        var replaced = false
        var lineStart = 0
        /// The column at which the lines of a block scalar start, while the walk is inside one.
        var contentColumn: Int?
        /// The indentation of the line that opened it.
        var opener = 0
        while lineStart < bytes.count {
            let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let ink = bytes[lineStart..<end].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } ?? end
            let indentation = bytes[lineStart..<end].prefix { $0 == 0x20 }.count
            if let column = contentColumn, ink < end, indentation <= opener || indentation < column {
                contentColumn = nil
            }
            let isContent = contentColumn.map { indentation >= $0 } ?? false
            if !isContent, ink == end || bytes[ink] == UInt8(ascii: "#") {
                for index in lineStart..<ink where bytes[index] == 0x09 {
                    bytes[index] = 0x20
                    replaced = true
                }
            }
            if contentColumn == nil, opensBlockScalar(bytes[lineStart..<end]) {
                opener = indentation
                contentColumn = nextInkedColumn(bytes, after: end)
            }
            lineStart = end + 1
        }
        return replaced
    }

    /// Whether a line ends in `|` or `>`, with their modifiers, but for blanks and a comment.
    private static func opensBlockScalar(_ line: ArraySlice<UInt8>) -> Bool {
        guard let sign = line.lastIndex(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ">") }),
            sign == line.startIndex || line[sign - 1] == 0x20 || line[sign - 1] == 0x09
        else { return false }
        let rest = line[(sign + 1)...].drop { isDecimal($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        let comment = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return comment.isEmpty || (comment.first == UInt8(ascii: "#") && comment.startIndex > rest.startIndex)
    }

    /// The indentation of the next line with ink.
    private static func nextInkedColumn(_ bytes: [UInt8], after lineEnd: Int) -> Int {
        var column = 0
        for byte in bytes[min(lineEnd + 1, bytes.count)...] {
            switch byte {
            case 0x20: column += 1
            case 0x0A, 0x0D: column = 0
            default: return column
            }
        }
        return column
    }
}
