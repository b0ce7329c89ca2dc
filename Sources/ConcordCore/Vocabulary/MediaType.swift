// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// A media type: `.json`, `.multipart`, or any string such as `"application/vnd.pets+json"`.
public struct MediaType: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name in the document, including parameters.
    public var name: String {
        didSet { essence = Self.essence(of: name) }
    }

    /// The lowercase name without parameters, for comparisons.
    package private(set) var essence: String

    /// Creates the media type with a name.
    public init(_ name: String) {
        self.name = name
        essence = Self.essence(of: name)
    }

    /// Creates the media type with a name.
    public init(stringLiteral name: String) { self.init(name) }

    /// `application/json`.
    public static let json = MediaType("application/json")
    /// `application/xml`.
    public static let xml = MediaType("application/xml")
    /// `application/x-www-form-urlencoded`.
    public static let form = MediaType("application/x-www-form-urlencoded")
    /// `multipart/form-data`.
    public static let multipart = MediaType("multipart/form-data")
    /// `text/plain`.
    public static let text = MediaType("text/plain")
    /// `application/octet-stream`.
    public static let bytes = MediaType("application/octet-stream")
    /// `text/event-stream`: server-sent events.
    public static let events = MediaType("text/event-stream")
    /// `application/problem+json`, RFC 9457.
    public static let problem = MediaType("application/problem+json")

    /// `text/html`.
    public static let html = MediaType("text/html")
    /// `application/jsonl`: a JSON value on each line.
    public static let jsonLines = MediaType("application/jsonl")
    /// `*/*`.
    public static let any = MediaType("*/*")

    public var description: String { name }

    /// Returns whether the server reads and writes values of a shape in the media type. Only bytes can be XML.
    func canHold(_ shape: _Core.WireShape) -> Bool {
        shape == .bytes || !(essence.hasSuffix("/xml") || essence.hasSuffix("+xml"))
    }

    private static func essence(of name: String) -> String {
        // Most names are their essence.
        if name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }) {
            return name
        }
        let end = name.firstIndex(of: ";") ?? name.endIndex
        return name[..<end].trimmingSpaces().lowercased()
    }

    var isJSON: Bool {
        let essence = essence
        return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json"
    }

    var isJSONLines: Bool { ["application/jsonl", "application/x-ndjson"].contains(essence) }

    /// Whether the content is text, whose character set matters.
    var isText: Bool {
        let essence = essence
        return isJSON || isJSONLines || essence.hasPrefix("text/") || essence == MediaType.form.essence
    }

    /// Returns the value of a parameter without quotes, such as the `boundary` of a multipart body.
    package func parameter(_ name: String) -> String? {
        self.name == essence ? nil : HeaderParameters(self.name).value(of: name)
    }

    /// Returns whether a media type of a request (`image/png`) matches this one, which may be a range (`image/*`).
    func covers(_ other: MediaType) -> Bool {
        let (range, essence) = (essence, other.essence)
        if range == essence || range == "*/*" || range == "*" { return true }
        return range.hasSuffix("/*") && essence.hasPrefix(range.dropLast())
    }
}
