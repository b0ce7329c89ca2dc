import ConcordDiagnostics
import SwiftSyntax

/// The bytes that a syntax tree was parsed from. It returns the text of nodes, and the lines and columns of positions.
struct SourceText {
    let path: String
    private let bytes: [UInt8]
    /// The offset of the first byte in the tree.
    private let base: Int
    /// The offsets of the first bytes of the lines.
    private let lineStarts: [Int]
    /// The number of lines before the text and, on its first line, of columns.
    private let shift: (lines: Int, columns: Int, columnsOfLine: Int)

    /// Creates the text of a whole file.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        base = 0
        lineStarts = Self.lineStarts(in: bytes)
        shift = (0, 0, 1)
    }

    /// Creates the text of a node. `start` is the position of its first token in the file.
    init(of node: some SyntaxProtocol, path: String, start: SourcePosition?) {
        self.path = start?.file ?? path
        bytes = node.syntaxTextBytes
        base = node.position.utf8Offset
        lineStarts = Self.lineStarts(in: bytes)
        let first = node.positionAfterSkippingLeadingTrivia.utf8Offset - base
        let line = Self.line(at: first, in: lineStarts)
        let column = first - lineStarts[line - 1] + 1
        shift = start.map { ($0.line - line, $0.column - column, line) } ?? (0, 0, 1)
    }

    // MARK: Positions

    /// Returns the offsets of lines. As in Swift, a line ends with a line feed, a carriage return, or both.
    private static func lineStarts(in bytes: [UInt8]) -> [Int] {
        var starts = [0]
        bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices where bytes[index] <= 0x0D {
                let isReturn = bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
                if bytes[index] == 0x0A || isReturn { starts.append(index + 1) }
            }
        }
        return starts
    }

    /// Returns the number of the last line that starts at or before `offset`, counted from 1.
    private static func line(at offset: Int, in lineStarts: [Int]) -> Int {
        var (low, high) = (0, lineStarts.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    func position(at place: AbsolutePosition) -> SourcePosition {
        position(atOffset: place.utf8Offset - base)
    }

    func position(atOffset offset: Int) -> SourcePosition {
        let line = Self.line(at: offset, in: lineStarts)
        let column = offset - lineStarts[line - 1] + 1
        return SourcePosition(
            file: path, line: line + shift.lines,
            column: line == shift.columnsOfLine ? column + shift.columns : column)
    }

    /// Returns the inverse of `position(at:)`, or `nil` for a position outside the text.
    func place(of position: SourcePosition) -> AbsolutePosition? {
        let line = position.line - shift.lines
        guard lineStarts.indices.contains(line - 1) else { return nil }
        let column = line == shift.columnsOfLine ? position.column - shift.columns : position.column
        let offset = lineStarts[line - 1] + column - 1
        guard offset >= 0, offset <= bytes.count else { return nil }
        return AbsolutePosition(utf8Offset: offset + base)
    }

    // MARK: Text

    /// Returns the bytes between two positions of the tree, or no bytes if the positions aren't in order.
    func slice(_ start: AbsolutePosition, _ end: AbsolutePosition) -> ArraySlice<UInt8> {
        let (start, end) = (start.utf8Offset - base, end.utf8Offset - base)
        guard start >= 0, start <= end, end <= bytes.count else { return [] }
        return bytes[start..<end]
    }

    /// Returns the text of a node without its surrounding trivia. Lines after the first are indented relative to the
    /// line on which it begins.
    func text(of node: some SyntaxProtocol) -> String {
        text(from: node.positionAfterSkippingLeadingTrivia, to: node.endPositionBeforeTrailingTrivia)
    }

    /// Returns the text between two positions in the same form.
    func text(from start: AbsolutePosition, to end: AbsolutePosition) -> String {
        let slice = slice(start, end)
        guard slice.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return String(decoding: slice, as: UTF8.self) }
        let line = Self.line(at: slice.startIndex, in: lineStarts)
        let indentation = bytes[lineStarts[line - 1]...].prefix { $0 == 0x20 || $0 == 0x09 }.count
        var lines = Lines(slice)
        let first = lines.next() ?? []
        return Lines.joined([first] + lines.map { $0.withoutIndentation(of: indentation) })
    }

    /// Returns the text between two braces without blank lines at its ends, and without the common indentation of its
    /// lines.
    func text(between opening: TokenSyntax, and closing: TokenSyntax) -> String {
        var slice = slice(opening.endPositionBeforeTrailingTrivia, closing.positionAfterSkippingLeadingTrivia)
        while let last = slice.last, last.isBlank || last.endsLine { slice.removeLast() }
        var lines = Array(Lines(slice))
        // Text on the line of the brace has no indentation.
        var first: ArraySlice<UInt8>?
        if let opened = lines.first {
            lines.removeFirst()
            let text = opened.drop { $0.isBlank }
            if !text.isEmpty { first = text }
        }
        if first == nil { lines = Array(lines.drop { $0.allSatisfy(\.isBlank) }) }
        let indentation = lines.filter { !$0.allSatisfy(\.isBlank) }.map { $0.prefix { $0.isBlank }.count }.min() ?? 0
        lines = lines.map { $0.withoutIndentation(of: indentation) }
        return Lines.joined((first.map { [$0] } ?? []) + lines)
    }
}

/// The lines of a byte sequence, without their line endings.
struct Lines: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>?

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard let bytes = rest else { return nil }
        guard let end = bytes.firstIndex(where: \.endsLine) else {
            rest = nil
            return bytes
        }
        let isPair = bytes[end] == 0x0D && end + 1 < bytes.endIndex && bytes[end + 1] == 0x0A
        rest = bytes[(isPair ? end + 2 : end + 1)...]
        return bytes[..<end]
    }

    static func joined(_ lines: [ArraySlice<UInt8>]) -> String {
        String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
    }
}

extension UInt8 {
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    var endsLine: Bool { self == 0x0A || self == 0x0D }
}

extension ArraySlice<UInt8> {
    /// Removes up to `count` spaces and tabs from the start.
    func withoutIndentation(of count: Int) -> ArraySlice<UInt8> {
        dropFirst(prefix(count).prefix { $0.isBlank }.count)
    }
}
