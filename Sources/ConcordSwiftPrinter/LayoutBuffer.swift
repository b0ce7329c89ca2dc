/// The text being printed: what is appended at its end, how far its last line is, and whether an attempt to keep a
/// piece on that line has failed.
struct LayoutBuffer {
    private(set) var bytes: [UInt8] = []
    /// Characters on the last line so far.
    private(set) var column = 0
    /// Steps of four blanks at which a new line starts.
    private var indentation: Int
    private let lineLength: Int
    /// How far the line may go while a piece is tried on one line; absent where it may go as far as it must.
    private var limit: Int?
    /// Whether the piece that is being tried has gone too far; nothing more is written then.
    private(set) var isOverfull = false
    /// Columns of the piece that is being tried which only the formatter sees.
    private var commaReserve = 0

    private static let step = [UInt8](repeating: UInt8(ascii: " "), count: 4)

    init(lineLength: Int, indentation: Int = 0) {
        self.lineLength = lineLength
        self.indentation = indentation
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether what is written now must stay on one line.
    var isTrying: Bool { limit != nil }

    /// Keeps what `piece` writes if all of it fits on the line, with `reserve` columns to spare; else writes nothing and
    /// answers false; without `keep` it only answers. It costs no more than a line however long the piece is.
    mutating func tryOnLine(
        reserve: Int = 0, keep: Bool = true, _ piece: (inout LayoutBuffer) -> Void
    ) -> Bool {
        let (count, column, outerLimit, outerReserve) = (bytes.count, column, limit, commaReserve)
        limit = min(outerLimit ?? .max, lineLength - reserve)
        piece(&self)
        let fits = !isOverfull
        limit = outerLimit
        if !isTrying { commaReserve = 0 }
        if !fits || !keep {
            bytes.removeSubrange(count...)
            self.column = column
            commaReserve = outerReserve
            isOverfull = false
        }
        return fits
    }

    /// Keeps a column free for the comma that the formatter would add to a list if it broke it.
    mutating func reserveForComma() {
        if let limit, column + commaReserve >= limit { isOverfull = true }
        commaReserve += 1
    }

    /// Gives up on keeping the piece that is being tried on one line.
    mutating func failToFit() {
        isOverfull = true
    }

    mutating func write(_ text: some StringProtocol) {
        guard !isOverfull else { return }
        let width = width(of: text)
        if let limit, column + commaReserve + width > limit {
            return failToFit()
        }
        column += width
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
        if isWritten == nil { bytes.append(contentsOf: text.utf8) }
    }

    /// Characters of `text`, counted no further than what doesn't fit any more.
    private func width(of text: some StringProtocol) -> Int {
        let most = limit ?? lineLength
        let asciiWidth = text.utf8.withContiguousStorageIfAvailable { bytes in
            let start = bytes.prefix(most + 1)
            return start.allSatisfy { $0 < 0x80 } ? start.count : nil
        }
        return (asciiWidth ?? nil) ?? text.prefix(most + 1).count
    }

    /// Whether `text` would fit on the line.
    func hasRoom(for text: String, reserve: Int = 0) -> Bool {
        column + width(of: text) + reserve <= lineLength
    }

    mutating func newLine() {
        guard limit == nil else { return failToFit() }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<indentation { bytes.append(contentsOf: Self.step) }
        column = indentation * 4
    }

    /// An empty line before the next one; call `newLine` after it.
    mutating func blankLine() {
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Starts a line and writes `text` on it, or leaves the line without blanks if there is no text.
    mutating func line(_ text: String) {
        guard limit == nil else { return failToFit() }
        guard !text.isEmpty else { return blankLine() }
        newLine()
        write(text)
    }

    /// Writes lines of text, each at the indentation but for the first, which goes on where the line is.
    mutating func lines(of text: String) {
        var isFirst = true
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if isFirst { write(String(Substring(line))) } else { self.line(String(Substring(line))) }
            isFirst = false
        }
    }

    /// Writes a literal of several lines, which opens where the line is.
    mutating func lines(of literal: StringLiteral) {
        for (index, line) in literal.lines.enumerated() {
            if index == 0 { write(line) } else { self.line(line) }
        }
    }

    mutating func indented(_ piece: (inout LayoutBuffer) -> Void) {
        indentation += 1
        piece(&self)
        indentation -= 1
    }
}
