import ConcordCore

/// A content coding (RFC 9110, section 8.4.1).
enum ContentCoding: String, CaseIterable {
    case gzip, deflate

    /// Returns the coding of a request's content, or `nil` if it has none.
    ///
    /// - Throws: A `Problem` with status 415 if the content has another coding, or more than one.
    static func coding(of headers: HTTPFields) throws -> ContentCoding? {
        guard let name = headers[.contentEncoding]?.lowercased(), !name.isEmpty, name != "identity" else { return nil }
        if name == "x-gzip" { return .gzip }
        if let coding = ContentCoding(rawValue: name) { return coding }
        throw Problem(
            415, "The content coding '\(name)' is not accepted. Accepted: gzip, deflate.",
            headers: HTTPFields(["Accept-Encoding": "gzip, deflate"]))
    }

    /// The format for zlib: a window of 32 KiB, plus 16 for a gzip header.
    var windowBits: Int32 { self == .gzip ? 15 + 16 : 15 }
}
