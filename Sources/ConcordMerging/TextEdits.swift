/// Changes of a file's text, all of them stated in offsets of the text as it was.
struct TextEdits {
    private var edits: [(range: Range<Int>, text: String)] = []

    var isEmpty: Bool { edits.isEmpty }

    /// Puts `text` in the place of a range; what is inserted at one offset stands in the order of these calls.
    mutating func replace(_ range: Range<Int>, with text: String) {
        edits.append((range, text))
    }

    mutating func insert(_ text: String, at offset: Int) {
        replace(offset..<offset, with: text)
    }

    /// The text after the changes, with the line ends that it had.
    func apply(to bytes: [UInt8]) -> [UInt8] {
        let newline = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
        var result: [UInt8] = []
        var end = 0
        // What is inserted before a piece stands before that piece's new text.
        let inOrder = edits.enumerated().sorted { first, second in
            let (left, right) = (first.element.range, second.element.range)
            if left.lowerBound != right.lowerBound { return left.lowerBound < right.lowerBound }
            return left.isEmpty == right.isEmpty ? first.offset < second.offset : left.isEmpty
        }
        for (_, edit) in inOrder where edit.range.lowerBound >= end && edit.range.upperBound <= bytes.count {
            result += bytes[end..<edit.range.lowerBound]
            result += edit.text.replacing("\n", with: newline).utf8
            end = edit.range.upperBound
        }
        return result + bytes[end...]
    }
}
