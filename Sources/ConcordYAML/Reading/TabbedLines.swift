/// Replaces tabs in lines that contain only whitespace, or whitespace and a comment. YAML 1.2 allows them anywhere, but
/// libyaml rejects them where it expects indentation. Each tab becomes a space.
enum TabbedLines {
    /// Replaces the insignificant tabs, and returns whether there were any. Text after `|` or `>` is not changed if it
    /// is indented far enough to be content.
    static func replaceTabs(in bytes: inout [UInt8]) -> Bool {
        var replaced = false
        var lineStart = 0
        /// The column at which the lines of the current block scalar start, or `nil` outside a block scalar.
        var contentColumn: Int?
        /// The indentation of the line that begins the block scalar.
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

    /// Returns whether a line ends with `|` or `>` and their modifiers, followed only by whitespace and a comment.
    private static func opensBlockScalar(_ line: ArraySlice<UInt8>) -> Bool {
        guard let sign = line.lastIndex(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ">") }),
            sign == line.startIndex || line[sign - 1] == 0x20 || line[sign - 1] == 0x09
        else { return false }
        let rest = line[(sign + 1)...].drop { isDecimal($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        let comment = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return comment.isEmpty || (comment.first == UInt8(ascii: "#") && comment.startIndex > rest.startIndex)
    }

    /// Returns the indentation of the next line that isn't blank.
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
