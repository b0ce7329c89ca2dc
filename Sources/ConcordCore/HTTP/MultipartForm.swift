/// A `multipart/form-data` body (RFC 7578).
package struct MultipartForm {
    package private(set) var object = FormObject()
    package private(set) var files: [File] = []

    /// The maximum number of parts and the maximum length of a part's headers.
    private static let longestHead = 16 * 1024

    /// The error for a body that can't be read.
    package struct Malformed: Error {
        package let reason: String
    }

    package init(_ body: [UInt8], boundary: String, limit: Int) throws {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        guard (1...70).contains(boundary.utf8.count) else {
            throw Malformed(reason: "the boundary must have between 1 and 70 characters")
        }
        // The first delimiter needs no preceding line ending, and the text before it is ignored.
        let dashes = delimiter.dropFirst(2)
        var position: Int
        if body.starts(with: dashes) {
            position = dashes.count
        } else if let first = body.firstOffset(of: delimiter, from: 0) {
            position = first + delimiter.count
        } else {
            throw Malformed(reason: "the boundary '\(boundary)' isn't in it")
        }
        for _ in 0...limit {
            if body[position...].starts(with: "--".utf8) { return }
            position = try Self.endOfLine(body, position)
            guard let end = body.firstOffset(of: delimiter, from: max(position - 2, 0)) else {
                throw Malformed(reason: "the last part doesn't end with the boundary")
            }
            try add(body[position..<max(end, position)])
            position = end + delimiter.count
        }
        throw Malformed(reason: "it has more than \(limit) parts")
    }

    /// Returns the offset after the line ending that follows a delimiter and optional whitespace.
    private static func endOfLine(_ body: [UInt8], _ start: Int) throws -> Int {
        let spaces = body[start...].prefix { $0 == 0x20 || $0 == 0x09 }
        guard body[spaces.endIndex...].starts(with: "\r\n".utf8) else {
            throw Malformed(reason: "a boundary isn't alone on its line")
        }
        return spaces.endIndex + 2
    }

    private mutating func add(_ part: ArraySlice<UInt8>) throws {
        let end = Array("\r\n\r\n".utf8)
        // A part without headers begins with the empty line.
        let isHeadless = part.starts(with: "\r\n".utf8)
        guard let split = isHeadless ? part.startIndex - 2 : part.firstOffset(of: end, from: part.startIndex),
            split - part.startIndex <= Self.longestHead
        else { throw Malformed(reason: "a part's headers don't end, or are too long") }
        let head = isHeadless ? "" : String(decoding: part[..<split], as: UTF8.self)
        var disposition: HeaderParameters?
        var contentType: MediaType?
        for line in head.components(separatedBy: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = String(line[line.index(after: colon)...]).trimmingSpaces()
            switch line[..<colon].lowercased() {
            case "content-disposition": disposition = HeaderParameters(value)
            case "content-type": contentType = MediaType(value)
            default: break
            }
        }
        guard let name = disposition?.value(of: "name") else {
            throw Malformed(reason: "a part has no name")
        }
        let content = Array(part[min(split + end.count, part.endIndex)...])
        add(name, content, fileName: disposition?.value(of: "filename"), contentType)
    }

    private mutating func add(_ name: String, _ content: [UInt8], fileName: String?, _ contentType: MediaType?) {
        let path = FormObject.path(of: name)[...]
        let isText = contentType.map { $0.essence.hasPrefix("text/") } ?? true
        if fileName == nil, isText, let text = String(validating: content, as: UTF8.self) {
            object.add(path, .text(text))
        } else if fileName == nil, contentType?.isJSON == true, let text = Self.json(content) {
            object.add(path, .json(text))
        } else {
            object.add(path, .file(files.count))
            files.append(File(content: content, name: fileName, contentType: contentType))
        }
    }

    /// Returns the text of a part if it is valid JSON.
    private static func json(_ content: [UInt8]) -> String? {
        var issues = _Core.Issues()
        guard let value = _Core.JSONReader.read(content, _Core.Wire.value(JSON.self), issues: &issues), issues.isEmpty
        else {
            return nil
        }
        return value.description
    }
}

extension Collection<UInt8> where Index == Int {
    /// Returns the offset of the first occurrence of a pattern at or after an offset.
    func firstOffset(of pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first else { return start }
        var position = start
        while let candidate = self[position...].firstIndex(of: first) {
            if self[candidate...].starts(with: pattern) { return candidate }
            position = candidate + 1
        }
        return nil
    }
}
