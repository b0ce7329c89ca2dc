/// A `multipart/form-data` body (RFC 7578).
package struct MultipartForm {
    package private(set) var object = FormObject()
    package private(set) var files: [File] = []
    private(set) var parts: [Part.Head] = []

    /// The error for a body that can't be read.
    package struct Malformed: Error {
        package let reason: String
    }

    /// A part as it arrives.
    struct Part {
        /// The metadata of a part, which the client provides.
        struct Head {
            let name: String
            let fileName: String?
            let contentType: MediaType?
        }

        let head: Head
        var content = PartContent.memory([])
    }

    /// Reads a body as it arrives. Large parts are stored in files in a folder.
    ///
    /// - Returns: `nil` for a body without any bytes.
    /// - Throws: ``Malformed``, or the error that ended the transfer.
    package static func read(
        _ body: APIRequest.Body, boundary: String, limits: APIRequest.Limits, folder: String
    ) async throws -> MultipartForm? {
        var reader = try MultipartReader(boundary: boundary, limits: limits, folder: folder)
        var isEmpty = true
        for try await piece in body where !piece.isEmpty {
            isEmpty = false
            try reader.read(piece)
        }
        return isEmpty ? nil : try reader.finish()
    }

    mutating func add(_ part: Part) {
        parts.append(part.head)
        let path = FormObject.path(of: part.head.name)[...]
        let contentType = part.head.contentType
        if part.head.fileName == nil, case .memory(let content) = part.content {
            let isText = contentType.map { $0.essence.hasPrefix("text/") } ?? true
            if isText, let text = String(validating: content, as: UTF8.self) {
                return object.add(path, .text(text))
            }
            if contentType?.isJSON == true, let text = Self.json(content) { return object.add(path, .json(text)) }
        }
        object.add(path, .file(files.count))
        files.append(File(part.content, name: part.head.fileName, contentType: contentType))
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
