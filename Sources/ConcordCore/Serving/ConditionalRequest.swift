import ConcordNumbers
import Foundation

/// The conditions of a request (RFC 9110, section 13).
struct ConditionalRequest {
    private let request: APIRequest
    private let etag: String
    /// The time in whole seconds, like the header fields.
    private let lastModified: Date

    /// Creates the conditions of a request on a representation.
    init(_ request: APIRequest, etag: String, lastModified: Date) {
        self.request = request
        self.etag = etag
        self.lastModified = Date(timeIntervalSince1970: lastModified.timeIntervalSince1970.rounded(.down))
    }

    /// The status of the response without the representation, 304 or 412, or `nil` if the conditions are satisfied.
    var status: HTTPResponse.Status? {
        let headers = request.headers
        if let tags = headers[.ifMatch] {
            if !EntityTagCondition(tags).matches(etag, isStrong: true) { return 412 }
        } else if let date = headers[.ifUnmodifiedSince].flatMap(HTTPDate.date), lastModified > date {
            return 412
        }
        if let tags = headers[.ifNoneMatch] {
            return EntityTagCondition(tags).matches(etag, isStrong: false) ? 304 : nil
        }
        if let date = headers[.ifModifiedSince].flatMap(HTTPDate.date), lastModified <= date { return 304 }
        return nil
    }

    /// Whether the requested range applies to this representation.
    var allowsRange: Bool {
        guard let condition = request.headers[.ifRange] else { return true }
        return condition == etag || HTTPDate.date(condition) == lastModified
    }
}

/// Dates in header fields: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    static func text(_ date: Date) -> String { formatter.string(from: date) }

    static func date(_ text: String) -> Date? { formatter.date(from: text) }

    private static let formatter: DateFormatter = {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter
    }()
}

/// The part of a representation that a `Range` header requests (RFC 9110, section 14).
enum ByteRange: Equatable {
    /// The whole representation, because the request has no range, or one that a server can ignore, such as several
    /// ranges.
    case whole
    case part(Range<Int>)
    /// A range outside the representation.
    case unsatisfiable

    /// Parses the header for a representation with a size in bytes.
    init(_ field: String?, of size: Int) {
        self = .whole
        guard let field, field.hasPrefix("bytes="), !field.contains(",") else { return }
        let bounds = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, bounds.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }) else { return }
        switch (Int(bounds[0]), Int(bounds[1])) {
        case (let first?, let last?):
            if last < first { return }
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        case (let first?, nil) where bounds[1].isEmpty: self = first < size ? .part(first..<size) : .unsatisfiable
        case (nil, let count?) where bounds[0].isEmpty:
            self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
        default: return
        }
    }
}
