import CConcordZlib
import ConcordCore

/// Encodes the content of responses.
enum Deflater {
    /// Returns encoded content, or `nil` if zlib fails.
    static func encode(_ bytes: [UInt8], _ coding: ContentCoding) -> [UInt8]? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        return withUnsafeMutablePointer(to: &stream) { stream in
            guard
                deflateInit2_(
                    stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, coding.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                    size) == Z_OK
            else { return nil }
            defer { deflateEnd(stream) }
            var input = bytes
            let bound = Int(deflateBound(stream, UInt(bytes.count)))
            var status = Z_OK
            let output = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                input.withUnsafeMutableBufferPointer { input in
                    stream.pointee.next_in = input.baseAddress
                    stream.pointee.avail_in = UInt32(input.count)
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    status = deflate(stream, Z_FINISH)
                    count = output.count - Int(stream.pointee.avail_out)
                }
            }
            return status == Z_STREAM_END ? output : nil
        }
    }
}

extension APIResponse {
    /// The minimum size of content to encode, in bytes. Encoding saves little on smaller content.
    private static let leastEncoded = 1024

    /// Encodes the content in a coding that the client accepts, if the content is compressible.
    mutating func encode(for request: APIRequest) {
        guard case .bytes(let bytes) = body, bytes.count >= Self.leastEncoded, isCompressible else { return }
        headers.append("Vary", "Accept-Encoding")
        guard let name = request.preferredCoding(among: ContentCoding.allCases.map(\.rawValue)),
            let coding = ContentCoding(rawValue: name), let encoded = Deflater.encode(bytes, coding)
        else { return }
        body = .bytes(encoded)
        headers[.contentEncoding] = coding.rawValue
        headers[.contentLength] = nil
        // The encoded bytes are a different representation, for which a strong entity tag would have to differ.
        if let tag = headers[.eTag], !tag.hasPrefix("W/") { headers[.eTag] = "W/" + tag }
    }

    private var isCompressible: Bool {
        guard headers[.contentEncoding] == nil, headers[.contentRange] == nil,
            headers[.cacheControl]?.contains("no-transform") != true,
            let type = headers[.contentType]?.lowercased().prefix(while: { $0 != ";" })
        else { return false }
        return type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml")
            || type.hasSuffix("javascript")
            || type.hasSuffix("jsonl")
    }
}
