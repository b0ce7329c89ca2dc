import CConcordYAML

/// Converts libyaml's marks, which count characters, to columns in UTF-8 bytes. Marks are nearly in order, so the
/// cursor passes over the text only once.
struct ColumnCursor {
    private let bytes: UnsafeRawBufferPointer
    private let isASCII: Bool
    private let skipped: Int
    private let file: UInt16

    private var character = 0
    private var byte = 0
    private var line = -1
    private var lineStartCharacter = 0
    private var lineStartByte = 0

    init(_ bytes: UnsafeRawBufferPointer, isASCII: Bool, skipped: Int, file: UInt16) {
        self.bytes = bytes
        self.isASCII = isASCII
        self.skipped = skipped
        self.file = file
    }

    @inline(__always)
    mutating func position(_ mark: yaml_mark_t) -> Position {
        let column = isASCII ? mark.column : byteColumn(mark)
        return Position(
            line: mark.line + 1, column: column + 1 + (mark.line == 0 ? skipped : 0), file: file)
    }

    /// Returns the byte at a mark, or `nil` at the end of the text.
    mutating func byte(at mark: yaml_mark_t) -> UInt8? {
        let offset = isASCII ? mark.index : byteColumn(mark) + lineStartByte
        return bytes.indices.contains(offset) ? bytes[offset] : nil
    }

    /// Returns the start of the first line after a mark that is neither blank nor a comment, if it begins with one of
    /// these words.
    mutating func nextLineStart(after mark: yaml_mark_t, openingWith words: [String]) -> Position? {
        var offset = isASCII ? mark.index : byteColumn(mark) + lineStartByte
        while offset < bytes.count {
            if offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") {
                let rest = bytes[offset...]
                if words.contains(where: { rest.starts(with: $0.utf8) }) { return position(ofByte: offset) }
                let first = rest.first { $0 != 0x20 && $0 != 0x09 }
                guard first == 0x0A || first == 0x0D || first == UInt8(ascii: "#") else { return nil }
            }
            offset = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        }
        return nil
    }

    /// The number of directives at the beginning of the text.
    var directiveCount: Int {
        var (count, offset) = (0, 0)
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "%"): count += 1
            case UInt8(ascii: "#"), 0x20, 0x09, 0x0A, 0x0D: break
            default: return count
            }
            offset = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        }
        return count
    }

    func position(ofByte offset: Int) -> Position {
        let place = SourceText.sourcePosition(of: offset, in: Array(bytes), file: "")
        return Position(line: place.line, column: place.column + (place.line == 1 ? skipped : 0), file: file)
    }

    private mutating func byteColumn(_ mark: yaml_mark_t) -> Int {
        if mark.line != line {
            advance(to: mark.index - mark.column)
            (line, lineStartCharacter, lineStartByte) = (mark.line, character, byte)
        } else if mark.index < character {
            (character, byte) = (lineStartCharacter, lineStartByte)
        }
        advance(to: mark.index)
        return byte - lineStartByte
    }

    private mutating func advance(to target: Int) {
        if target < character { (character, byte) = (0, 0) }
        while character + 8 <= target, byte + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: byte, as: UInt64.self)
            // Bytes 10xxxxxx don't begin a character.
            let continuations = (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
            character += 8 - continuations
            byte += 8
        }
        skipContinuations()
        while character < target, byte < bytes.count {
            byte += 1
            skipContinuations()
            character += 1
        }
    }

    private mutating func skipContinuations() {
        while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
    }
}
