import ConcordDiagnostics

/// Edits of a file's text. All offsets refer to the original text.
struct TextEdits {
    private var edits: [(range: Range<Int>, text: String)] = []

    var isEmpty: Bool { edits.isEmpty }

    /// Replaces a range with `text`. Several insertions at one offset keep the order of the calls.
    mutating func replace(_ range: Range<Int>, with text: String) {
        edits.append((range, text))
    }

    mutating func insert(_ text: String, at offset: Int) {
        replace(offset..<offset, with: text)
    }

    /// Returns the edited text with the original line endings, and the positions that the original text moved to.
    func apply(to bytes: [UInt8]) -> (bytes: [UInt8], moves: TextMoves) {
        let newline = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
        var result: [UInt8] = []
        var moves: [TextMoves.Move] = []
        var end = 0
        // An insertion at the start of a replaced range precedes the replacement.
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

/// Maps positions in the original text to the edited text.
struct TextMoves {
    /// A range of the original text and its replacement.
    struct Move {
        var old: Range<Int>
        var new: Range<Int>
    }

    private let moves: [Move]
    /// The offsets of the beginnings of lines.
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

    /// Returns the position in the edited text for a position in the original text. Within a replaced range, it keeps
    /// its distance from the end.
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
