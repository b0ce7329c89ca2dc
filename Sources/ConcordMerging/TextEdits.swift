import ConcordDiagnostics

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

    /// The text after the changes, with the line ends that it had, and where in it what stood in the old text is.
    func apply(to bytes: [UInt8]) -> (bytes: [UInt8], moves: TextMoves) {
        let newline = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
        var result: [UInt8] = []
        var moves: [TextMoves.Move] = []
        var end = 0
        // What is inserted before a piece stands before that piece's new text.
        let inOrder = edits.enumerated().sorted { first, second in
            let (left, right) = (first.element.range, second.element.range)
            if left.lowerBound != right.lowerBound { return left.lowerBound < right.lowerBound }
            return left.isEmpty == right.isEmpty ? first.offset < second.offset : left.isEmpty
        }
        for (_, edit) in inOrder where edit.range.lowerBound >= end && edit.range.upperBound <= bytes.count {
            result += bytes[end..<edit.range.lowerBound]
            let start = result.count
            result += edit.text.replacing("\n", with: newline).utf8
            end = edit.range.upperBound
            moves.append(.init(old: edit.range, new: start..<result.count))
        }
        result += bytes[end...]
        return (result, TextMoves(moves: moves, old: bytes, new: result))
    }
}

/// Where in a changed text what stood in the old one is.
struct TextMoves {
    /// A piece of the old text, and what has taken its place.
    struct Move {
        var old: Range<Int>
        var new: Range<Int>
    }

    private let moves: [Move]
    /// Where the lines begin.
    private let oldLines: [Int]
    private let newLines: [Int]

    init(moves: [Move], old: [UInt8], new: [UInt8]) {
        self.moves = moves
        oldLines = Self.lines(old)
        newLines = Self.lines(new)
    }

    private static func lines(_ bytes: [UInt8]) -> [Int] {
        [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The place in the changed text of a place in the old one; in a piece that was replaced, as far from its end.
    func callAsFunction(_ position: SourcePosition) -> SourcePosition {
        guard oldLines.indices.contains(position.line - 1) else { return position }
        let offset = moved(oldLines[position.line - 1] + position.column - 1)
        let line = newLines.lastIndex { $0 <= offset } ?? 0
        var moved = position
        moved.line = line + 1
        moved.column = offset - newLines[line] + 1
        return moved
    }

    private func moved(_ offset: Int) -> Int {
        guard let last = moves.last(where: { $0.old.lowerBound <= offset }) else { return offset }
        let fromEnd = last.old.upperBound - offset
        return max(last.new.lowerBound, last.new.upperBound - fromEnd)
    }
}
