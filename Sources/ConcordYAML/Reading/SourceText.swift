import ConcordDiagnostics

/// The bytes of a text, validated as UTF-8, with properties that a parser needs.
struct SourceText {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The bytes, without a byte order mark.
    var bytes: [UInt8]
    var isASCII: Bool
    /// Whether the text contains a character that is a line break in YAML 1.1 and not in YAML 1.2.
    var holdsUnicodeBreaks: Bool
    /// The number of bytes of the file's first line before `bytes`.
    var skipped: Int

    static func make(_ bytes: [UInt8], reader: NodeReader) -> Result<SourceText, FatalProblem> {
        func failure(_ code: String, _ message: String, offset: Int, help: String) -> Result<SourceText, FatalProblem> {
            let position = sourcePosition(of: offset, in: bytes, file: reader.file)
            return .failure(FatalProblem(diagnostic: Diagnostic(.error, code, message, at: position, help: help)))
        }
        guard bytes.count <= reader.limits.bytes else {
            return failure(
                "text-too-long", "the file has \(bytes.count) bytes; the limit is \(reader.limits.bytes)",
                offset: 0, help: "split the document into several files")
        }
        if let transcoded = utf8(fromUTF16: bytes) {
            var text = SourceText(bytes: transcoded, isASCII: false, holdsUnicodeBreaks: false, skipped: 0)
            _ = text.scan()
            return .success(text)
        }
        let skipped = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        var text = SourceText(
            bytes: skipped == 0 ? bytes : Array(bytes[skipped...]), isASCII: true, holdsUnicodeBreaks: false,
            skipped: skipped)
        if let invalid = text.scan() {
            return failure(
                "not-utf8", "the file is not valid UTF-8", offset: invalid + skipped,
                help: "save the file as UTF-8")
        }
        return .success(text)
    }

    /// Returns the position of a byte. It scans from the start, so it is only for problems that end reading.
    static func sourcePosition(of offset: Int, in bytes: [UInt8], file: String) -> SourcePosition {
        var (line, lineStart) = (1, 0)
        for index in bytes.indices.prefix(offset) where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        return SourcePosition(file: file, line: line, column: offset - lineStart + 1)
    }

    /// Scans each byte once and returns the offset of the first one that isn't valid UTF-8.
    private mutating func scan() -> Int? {
        var (ascii, breaks) = (true, false)
        let invalid: Int? = bytes.withUnsafeBytes { buffer in
            var index = 0
            while index < buffer.count {
                if index + 8 <= buffer.count {
                    let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    if word & 0x8080_8080_8080_8080 == 0 {
                        index += 8
                        continue
                    }
                }
                guard buffer[index] >= 0x80 else {
                    index += 1
                    continue
                }
                ascii = false
                guard let length = utf8SequenceLength(buffer, at: index) else { return index }
                breaks = breaks || isUnicodeBreak(buffer, at: index)
                index += length
            }
            return nil
        }
        (isASCII, holdsUnicodeBreaks) = (ascii, breaks)
        return invalid
    }

    private static func utf8(fromUTF16 bytes: [UInt8]) -> [UInt8]? {
        let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
        guard isLittleEndian || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittleEndian ? b << 8 | a : a << 8 | b
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

/// Returns whether the character at `index` is NEL, LINE SEPARATOR, or PARAGRAPH SEPARATOR.
func isUnicodeBreak(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
    switch bytes[index] {
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85
    case 0xE2:
        index + 2 < bytes.count && bytes[index + 1] == 0x80
            && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
    default: false
    }
}

/// Returns the number of bytes in the character at `index`, or `nil` if it isn't valid UTF-8 (Unicode 16, table 3-7).
func utf8SequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int? {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for next in (index + 2)..<max(index + length, index + 2) where bytes[next] & 0xC0 != 0x80 { return nil }
    return length
}
