/// An HTTP response.
public struct APIResponse: Sendable {
    /// The content of a response.
    public enum Body: Sendable {
        /// Content that is complete in memory.
        case bytes([UInt8])
        /// Content that is sent in chunks.
        ///
        /// The closure passes each chunk to `send`, which returns when the client is ready for more.
        case stream(@Sendable (_ send: (_ piece: [UInt8]) async throws -> Void) async throws -> Void)
    }

    /// The status.
    public var status: HTTPResponse.Status
    /// The header fields.
    public var headers: HTTPFields
    /// The content, which is empty for a response without content.
    public var body: Body

    /// Creates a response without content.
    public init(_ status: HTTPResponse.Status, headers: HTTPFields = HTTPFields()) {
        self.status = status
        self.headers = headers
        body = .bytes([])
    }

    /// Creates a response with content of a media type.
    public init(
        _ status: HTTPResponse.Status,
        _ contentType: MediaType,
        _ body: Body,
        headers: HTTPFields = HTTPFields()
    ) {
        self.status = status
        self.headers = headers
        self.headers[.contentType] = contentType.name
        self.body = body
    }
}
