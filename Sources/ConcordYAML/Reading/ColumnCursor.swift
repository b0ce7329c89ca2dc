import CConcordYAML

/// Turns libyaml's marks, which count characters, into columns in UTF-8 bytes. Marks come nearly in order, so the
/// cursor walks along the text once.
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

    /// The byte at a mark; nil at the end of the text.
    mutating func byte(at mark: yaml_mark_t) -> UInt8? {
        let offset = isASCII ? mark.index : byteColumn(mark) + lineStartByte
        return bytes.indices.contains(offset) ? bytes[offset] : nil
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
            // Bytes 10xxxxxx open no character.
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
