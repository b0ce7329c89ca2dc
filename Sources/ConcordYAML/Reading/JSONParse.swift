import ConcordDiagnostics
import ConcordNumbers

/// A parser that reads JSON text (RFC 8259) into a tree in one pass, without recursion.
struct JSONParse: ~Copyable {
    private let bytes: UnsafeRawBufferPointer
    private var builder: TreeBuilder
    private var index = 0
    private var line = 1
    /// The offset of the first byte of the line. On the first line, a byte order mark counts.
    private var lineStart: Int

    static func run(_ text: SourceText, reader: NodeReader) -> (Reading, syntax: Diagnostic?) {
        text.bytes.withUnsafeBytes { bytes in
            var parse = JSONParse(bytes, reader: reader, skipped: text.skipped)
            do throws(FatalProblem) {
                try parse.document()
                return (Reading(node: parse.builder.root, diagnostics: parse.builder.allDiagnostics()), nil)
            } catch {
                let diagnostics = parse.builder.allDiagnostics(and: error.diagnostic)
                return (Reading(node: nil, diagnostics: diagnostics), error.diagnostic)
            }
        }
    }

    private init(_ bytes: UnsafeRawBufferPointer, reader: NodeReader, skipped: Int) {
        self.bytes = bytes
        builder = TreeBuilder(reader: reader)
        lineStart = -skipped
    }

    private var position: Position {
        Position(line: line, column: index - lineStart + 1, file: builder.reader.fileIndex)
    }

    // MARK: Structure

    private mutating func document() throws(FatalProblem) {
        skipBlanks()
        guard index < bytes.count else { throw problem("the file contains no document", code: "empty-file") }
        try value()
        while let frame = builder.frames.last {
            if builder.isTooLarge { throw builder.tooMany(at: position) }
            try afterValue(inMapping: frame.isMapping)
        }
        skipBlanks()
        guard index == bytes.count else {
            throw problem("the document ends before this line", help: "remove what follows it")
        }
    }

    /// Continues after a value in the innermost open collection: reads a comma and the beginning of the next element,
    /// or the end.
    @inline(__always)
    private mutating func afterValue(inMapping: Bool) throws(FatalProblem) {
        skipBlanks()
        let end = inMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
        switch next {
        case UInt8(ascii: ","):
            index += 1
            skipBlanks()
            if inMapping { try key() }
            try value()
        case end:
            index += 1
            builder.close()
        default:
            throw problem("expected ',' or '\(Character(Unicode.Scalar(end)))'")
        }
    }

    /// Reads a scalar, or the beginning of a collection up to and including its first scalar.
    private mutating func value() throws(FatalProblem) {
        while true {
            switch next {
            case UInt8(ascii: "\""):
                let position = position
                return builder.add(Node(.string(try string()), at: position))
            case UInt8(ascii: "{"):
                try builder.open(isMapping: true, at: position)
                index += 1
                skipBlanks()
                if next == UInt8(ascii: "}") { return closeEmpty() }
                try key()
            case UInt8(ascii: "["):
                try builder.open(isMapping: false, at: position)
                index += 1
                skipBlanks()
                if next == UInt8(ascii: "]") { return closeEmpty() }
            case UInt8(ascii: "t"): return try word("true", .bool(true))
            case UInt8(ascii: "f"): return try word("false", .bool(false))
            case UInt8(ascii: "n"): return try word("null", .null)
            default: return try number()
            }
        }
    }

    private mutating func closeEmpty() {
        index += 1
        builder.close()
    }

    private mutating func key() throws(FatalProblem) {
        let position = position
        guard next == UInt8(ascii: "\"") else {
            if next == UInt8(ascii: "/") { throw comment() }
            throw problem("expected a key in double quotes", help: "remove a trailing comma")
        }
        if let end = endOfSimpleString() {
            builder.key(UnsafeRawBufferPointer(rebasing: bytes[(index + 1)..<end]), at: position)
            index = end + 1
        } else {
            builder.key(try escapedString(), at: position)
        }
        skipBlanks()
        guard next == UInt8(ascii: ":") else { throw problem("expected ':' after the key") }
        index += 1
        skipBlanks()
    }

    // MARK: Scalars

    /// The next byte, or 0 at the end of the text.
    @inline(__always)
    private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

    @inline(__always)
    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0D, 0x09: break
            case 0x0A:
                line += 1
                lineStart = index + 1
            default: return
            }
            index += 1
        }
    }

    private mutating func word(_ word: StaticString, _ value: Node.Content) throws(FatalProblem) {
        var scan = NumberScan(UnsafeRawBufferPointer(rebasing: bytes[index...]))
        guard scan.skip(word) else { throw unexpected() }
        builder.add(Node(value, at: position))
        index += scan.index
    }

    private mutating func number() throws(FatalProblem) {
        var end = index
        while end < bytes.count, isNumberByte(bytes[end]) { end += 1 }
        let text = UnsafeRawBufferPointer(rebasing: bytes[index..<end])
        guard !text.isEmpty else { throw unexpected() }
        guard isJSONNumber(text) else {
            throw problem("this is not a valid JSON number", help: "write it as 10, -1.5 or 2e10")
        }
        builder.add(Node(.number(builder.text(text)), at: position))
        index = end
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
        isDecimal(byte) || byte | 0x20 == UInt8(ascii: "e") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+")
    }

    @inline(__always)
    private mutating func string() throws(FatalProblem) -> String {
        guard let end = endOfSimpleString() else { return try escapedString() }
        let text = builder.text(UnsafeRawBufferPointer(rebasing: bytes[(index + 1)..<end]))
        index = end + 1
        return text
    }

    /// Returns the offset of the closing quote of a string, or `nil` if the string contains an escape or an error.
    @inline(__always)
    private func endOfSimpleString() -> Int? {
        let end = StringGrammar.endOfPlainText(in: bytes, from: index + 1)
        return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end : nil
    }

    private mutating func escapedString() throws(FatalProblem) -> String {
        let start = position
        var text: [UInt8] = []
        index += 1
        while index < bytes.count {
            let end = StringGrammar.endOfPlainText(in: bytes, from: index)
            text.append(contentsOf: bytes[index..<end])
            index = end
            switch next {
            case UInt8(ascii: "\"") where index < bytes.count:
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try escape(into: &text)
            default:
                guard index < bytes.count else { break }
                throw problem(
                    "a string contains a line break or control character",
                    help: "write it as an escape such as \\n")
            }
        }
        index = bytes.count
        throw problem(
            "the file ends inside a string", related: [.init("the string starts here", at: builder.source(start))])
    }

    private mutating func escape(into text: inout [UInt8]) throws(FatalProblem) {
        guard index + 1 < bytes.count else { throw problem("the file ends inside a string") }
        let letter = bytes[index + 1]
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): return try unicodeEscape(into: &text)
        default: throw problem("this is not a valid escape in JSON", help: "write the backslash twice")
        }
        index += 2
    }

    private mutating func unicodeEscape(into text: inout [UInt8]) throws(FatalProblem) {
        guard let first = codeUnit(at: index) else {
            throw problem("expected four hexadecimal digits after '\\u'")
        }
        if let scalar = Unicode.Scalar(first) {
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            index += 6
        } else if UTF16.isLeadSurrogate(first), let second = codeUnit(at: index + 6), UTF16.isTrailSurrogate(second) {
            let scalar = UTF16.decode(UTF16.EncodedScalar([first, second]))
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            index += 12
        } else {
            builder.report(
                .error, "lone-surrogate", "unpaired surrogate; it is read as U+FFFD",
                at: position, help: "write both surrogates, or the character itself")
            text.append(contentsOf: UTF8.encodedReplacementCharacter)
            index += 6
        }
    }

    /// Returns the code unit of the escape `\uXXXX` at `offset`.
    private func codeUnit(at offset: Int) -> UInt16? {
        guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u"),
            bytes[(offset + 2)..<(offset + 6)].allSatisfy(isHexadecimal)
        else { return nil }
        return UInt16(String(decoding: bytes[(offset + 2)..<(offset + 6)], as: UTF8.self), radix: 16)
    }

    // MARK: Problems

    private func comment() -> FatalProblem {
        problem("JSON has no comments", help: "remove the comment, or write the document as YAML")
    }

    private func unexpected() -> FatalProblem {
        if next == UInt8(ascii: "/") { return comment() }
        return index < bytes.count
            ? problem("expected a value") : problem("expected a value, but the file ends")
    }

    private func problem(
        _ message: String, code: String = "json-syntax", help: String? = nil, related: [Diagnostic.Related] = []
    ) -> FatalProblem {
        FatalProblem(
            diagnostic: Diagnostic(.error, code, message, at: builder.source(position), help: help, related: related))
    }
}

/// Returns whether a string is a number by RFC 8259.
func isJSONNumber(_ text: UnsafeRawBufferPointer) -> Bool {
    var scan = NumberScan(text)
    _ = scan.skip("-")
    let startsWithZero = scan.next == UInt8(ascii: "0")
    let whole = scan.skipDigits(isDecimal)
    guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
    if scan.skip("."), scan.skipDigits(isDecimal) == 0 { return false }
    return scan.skipExponent() && scan.isAtEnd
}
