/// The output of the printer, with the length of its last line and the state of an attempt to write a piece on that
/// line.
struct LayoutBuffer {
    private(set) var bytes: [UInt8] = []
    /// The number of characters on the last line.
    private(set) var column = 0
    /// The number of indentation levels, of four spaces each.
    private var indentation: Int
    private let lineLength: Int
    /// The maximum length of the line during an attempt to write on one line, or `nil` without an attempt.
    private var limit: Int?
    /// Whether the current attempt has exceeded the limit. Nothing more is written then.
    private(set) var isOverfull = false
    /// The columns of the current attempt that only the formatter needs.
    private var commaReserve = 0

    private static let step = [UInt8](repeating: UInt8(ascii: " "), count: 4)

    init(lineLength: Int, indentation: Int = 0) {
        self.lineLength = lineLength
        self.indentation = indentation
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the current output must stay on one line.
    var isTrying: Bool { limit != nil }

    /// Writes a piece if all of it fits on the line with `reserve` columns to spare. Otherwise, writes nothing and
    /// returns `false`. With `keep` set to `false`, only tests whether it fits. The time is proportional to the line
    /// length, not to the length of the piece.
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

    /// Reserves a column for the trailing comma that the formatter would insert if it broke an array.
    mutating func reserveForComma() {
        if let limit, column + commaReserve >= limit { isOverfull = true }
        commaReserve += 1
    }

    /// Ends the current attempt to write on one line.
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

    /// Returns the number of characters in a string, counted only up to the limit.
    private func width(of text: some StringProtocol) -> Int {
        let most = limit ?? lineLength
        let asciiWidth = text.utf8.withContiguousStorageIfAvailable { bytes in
            let start = bytes.prefix(most + 1)
            return start.allSatisfy { $0 < 0x80 } ? start.count : nil
        }
        return (asciiWidth ?? nil) ?? text.prefix(most + 1).count
    }

    /// Returns whether a string fits on the line.
    func hasRoom(for text: String, reserve: Int = 0) -> Bool {
        column + width(of: text) + reserve <= lineLength
    }

    mutating func newLine() {
        guard limit == nil else { return failToFit() }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<indentation { bytes.append(contentsOf: Self.step) }
        column = indentation * 4
    }

    /// Writes a blank line before the next line. Call `newLine` after it.
    mutating func blankLine() {
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Writes `text` on a new line. An empty string writes a line without indentation.
    mutating func line(_ text: String) {
        guard limit == nil else { return failToFit() }
        guard !text.isEmpty else { return blankLine() }
        newLine()
        write(text)
    }

    /// Writes lines of text. The first continues the current line, and the others are indented.
    mutating func lines(of text: String) {
        var isFirst = true
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if isFirst { write(String(Substring(line))) } else { self.line(String(Substring(line))) }
            isFirst = false
        }
    }

    /// Writes a multiline literal, which begins on the current line.
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
