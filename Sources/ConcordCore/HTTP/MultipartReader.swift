import Foundation

/// Reads a multipart body in chunks. Only one chunk, the headers of one part, and the parts that fit the limit are in
/// memory.
struct MultipartReader {
    private enum State {
        /// The text before the first delimiter, which is ignored.
        case preamble
        /// After a delimiter.
        case delimiter
        case head
        case content
        /// After the last delimiter. The rest of the body is ignored.
        case end
    }

    /// The maximum length of a part's headers, and of the whitespace after a delimiter.
    private static let longestHead = 16 * 1024
    private static let lineBreak = Array("\r\n".utf8)
    private static let headEnd = Array("\r\n\r\n".utf8)

    private let boundary: String
    private let delimiter: [UInt8]
    private let limits: APIRequest.Limits
    private let folder: String
    private var state = State.preamble
    /// The bytes that haven't been read. A line break is inserted before the body, because the first delimiter needs
    /// none.
    private var buffer = Self.lineBreak[...]
    private var part: MultipartForm.Part?
    private var form = MultipartForm()

    init(boundary: String, limits: APIRequest.Limits, folder: String) throws {
        guard (1...70).contains(boundary.utf8.count) else {
            throw MultipartForm.Malformed(reason: "the boundary must have between 1 and 70 characters")
        }
        self.boundary = boundary
        self.limits = limits
        self.folder = folder
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    mutating func read(_ piece: [UInt8]) throws {
        if state == .end { return }
        buffer.append(contentsOf: piece)
        while try step() {}
    }

    /// Returns the form after the whole body has arrived.
    func finish() throws -> MultipartForm {
        switch state {
        case .preamble: throw MultipartForm.Malformed(reason: "it does not contain the boundary '\(boundary)'")
        case .delimiter: throw MultipartForm.Malformed(reason: "a boundary must be on its own line")
        case .head: throw MultipartForm.Malformed(reason: "the headers of a part are not terminated or are too long")
        case .content: throw MultipartForm.Malformed(reason: "the last part does not end with the boundary")
        case .end: return form
        }
    }

    /// Reads up to the next state. Returns `false` if that requires more bytes.
    private mutating func step() throws -> Bool {
        switch state {
        case .preamble, .content: try readContent()
        case .delimiter: try readEndOfLine()
        case .head: try readHead()
        case .end: false
        }
    }

    /// Reads the content of a part, or the preamble, up to the next delimiter.
    private mutating func readContent() throws -> Bool {
        guard let end = buffer.firstOffset(of: delimiter) else {
            // The buffer may end with the start of a delimiter.
            let count = max(buffer.count - delimiter.count + 1, 0)
            let bytes = buffer.prefix(count)
            buffer.removeFirst(count)
            try append(bytes)
            return false
        }
        let bytes = buffer.prefix(end)
        buffer.removeFirst(end + delimiter.count)
        try append(bytes)
        if let part { form.add(part) }
        part = nil
        state = .delimiter
        return true
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) throws {
        try part?.content.append(bytes, limit: limits.partMemory, folder: folder)
    }

    /// Reads the line break that follows a delimiter and optional whitespace.
    private mutating func readEndOfLine() throws -> Bool {
        guard buffer.count >= 2 else { return false }
        if buffer.starts(with: "--".utf8) {
            state = .end
            buffer = []
            return false
        }
        let spaces = buffer.prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard spaces <= Self.longestHead else {
            throw MultipartForm.Malformed(reason: "a boundary must be on its own line")
        }
        guard buffer.count >= spaces + 2 else { return false }
        guard buffer.dropFirst(spaces).starts(with: Self.lineBreak) else {
            throw MultipartForm.Malformed(reason: "a boundary must be on its own line")
        }
        guard form.parts.count < limits.parts else {
            throw MultipartForm.Malformed(reason: "it has more than \(limits.parts) parts")
        }
        buffer.removeFirst(spaces + 2)
        state = .head
        return true
    }

    private mutating func readHead() throws -> Bool {
        if buffer.starts(with: Self.lineBreak) { throw MultipartForm.Malformed(reason: "a part has no name") }
        let end = buffer.firstOffset(of: Self.headEnd)
        let head = buffer.prefix(end ?? buffer.count)
        guard head.count <= Self.longestHead + Self.headEnd.count, head.firstOffset(of: delimiter) == nil else {
            throw MultipartForm.Malformed(reason: "the headers of a part are not terminated or are too long")
        }
        guard let end else { return false }
        part = MultipartForm.Part(head: try Self.head(String(decoding: head, as: UTF8.self)))
        buffer.removeFirst(end + Self.headEnd.count)
        state = .content
        return true
    }

    private static func head(_ text: String) throws -> MultipartForm.Part.Head {
        var disposition: HeaderParameters?
        var contentType: MediaType?
        for line in text.components(separatedBy: "\r\n") {
            guard let colon = line.unicodeScalars.firstIndex(of: ":") else { continue }
            let name = line[..<colon].lowercased()
            let value = String(line.unicodeScalars[line.unicodeScalars.index(after: colon)...]).trimmingSpaces()
            switch name {
            case "content-disposition": disposition = HeaderParameters(value)
            case "content-type": contentType = MediaType(value)
            default: break
            }
        }
        guard let name = disposition?.value(of: "name") else {
            throw MultipartForm.Malformed(reason: "a part has no name")
        }
        return MultipartForm.Part.Head(
            name: name, fileName: disposition?.value(of: "filename"), contentType: contentType)
    }
}

extension ArraySlice<UInt8> {
    /// Returns the offset of the first occurrence of a pattern.
    func firstOffset(of pattern: [UInt8]) -> Int? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        return withUnsafeBytes { bytes in
            pattern.withUnsafeBytes { pattern in
                var position = 0
                while position <= bytes.count - pattern.count {
                    let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
                    guard let start = rest.baseAddress, let found = memchr(start, Int32(first), rest.count) else {
                        return nil
                    }
                    position += UnsafeRawPointer(found) - start
                    guard position <= bytes.count - pattern.count else { return nil }
                    let candidate = UnsafeRawBufferPointer(rebasing: bytes[position..<(position + pattern.count)])
                    if candidate.elementsEqual(pattern) { return position }
                    position += 1
                }
                return nil
            }
        }
    }
}
