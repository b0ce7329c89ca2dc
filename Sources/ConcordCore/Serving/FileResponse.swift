import Foundation

/// A response with the contents of a file. It supports ranges and conditional requests.
///
///     @GET("getRecording")
///     @Response(200, content: "audio/mpeg")
///     func get() async throws -> FileResponse {
///         FileResponse(path: recordings.path(of: id), cacheControl: "private, max-age=3600")
///     }
///
/// The response has `ETag`, `Last-Modified` and `Accept-Ranges`. A request with `Range` gets status 206 and the
/// requested part. If a condition of the request fails, the status is 304 or 412. If the file doesn't exist, the status
/// is 404. The file is read while it is sent.
public struct FileResponse: Sendable {
    private let path: String
    private let contentType: MediaType?
    private let cacheControl: String?
    private let name: String?

    /// Creates a response.
    ///
    /// - Parameters:
    ///   - path: The path of the file. Always validate a path that comes from a client.
    ///   - contentType: The media type. The default is the first one that the operation declares, or
    ///     `application/octet-stream`.
    ///   - cacheControl: The value of `Cache-Control`.
    ///   - name: The file name for a download. Without it, browsers display the file.
    public init(path: String, contentType: MediaType? = nil, cacheControl: String? = nil, name: String? = nil) {
        self.path = path
        self.contentType = contentType
        self.cacheControl = cacheControl
        self.name = name
    }

    fileprivate func response(
        _ status: HTTPResponse.Status, to request: APIRequest, _ declared: [MediaType]
    ) throws -> APIResponse {
        guard let handle = FileHandle(forReadingAtPath: path),
            let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int,
            let modified = attributes[.modificationDate] as? Date
        else { throw Problem(404, "No such file.") }
        let time = UInt64(max(0, modified.timeIntervalSince1970 * 1_000_000))
        let etag = "\"\(String(time, radix: 16))-\(String(size, radix: 16))\""
        var headers = HTTPFields()
        headers[.eTag] = etag
        headers[.lastModified] = HTTPDate.text(modified)
        headers[.acceptRanges] = "bytes"
        headers[.cacheControl] = cacheControl
        let conditions = ConditionalRequest(request, etag: etag, lastModified: modified)
        if let status = conditions.status {
            guard status == 412 else { return APIResponse(status, headers: headers) }
            throw Problem(412, "The file has changed.", headers: headers)
        }
        if let name { headers[.contentDisposition] = Self.attachment(name) }
        let mediaType = contentType ?? declared.first ?? .bytes
        switch ByteRange(conditions.allowsRange ? request.headers[.range] : nil, of: size) {
        case .whole: return Self.response(status, mediaType, headers, handle, 0..<size)
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
            return Self.response(206, mediaType, headers, handle, range)
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(size)"
            throw Problem(416, "The file has \(size) bytes.", headers: headers)
        }
    }

    private static func response(
        _ status: HTTPResponse.Status, _ mediaType: MediaType, _ headers: HTTPFields, _ handle: FileHandle,
        _ range: Range<Int>
    ) -> APIResponse {
        var response = APIResponse(
            status, mediaType,
            .stream { send in
                try handle.seek(toOffset: UInt64(range.lowerBound))
                var rest = range.count
                // Reading a piece of this size from the page cache takes microseconds.
                while rest > 0, let piece = try handle.read(upToCount: min(rest, 64 * 1024)), !piece.isEmpty {
                    rest -= piece.count
                    try await send(Array(piece))
                }
                try handle.close()
            }, headers: headers)
        response.headers[.contentLength] = String(range.count)
        return response
    }

    /// Returns the header value with the name in ASCII, and in UTF-8 for clients that support it (RFC 6266).
    private static func attachment(_ name: String) -> String {
        let plain = String(
            name.unicodeScalars.map { scalar in
                scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\" ? Character(scalar) : "_"
            })
        let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? plain
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }
}

extension APIRequest {
    /// Returns a response with the contents of a file.
    public func respond(
        _ status: HTTPResponse.Status, _ value: FileResponse, content: [MediaType] = []
    ) throws -> APIResponse {
        try value.response(status, to: self, content)
    }
}
