/// A response as the run time makes it, whatever server sends it.
public struct HTTPResponse: Sendable {
    /// What follows the headers.
    public enum Body: Sendable {
        case bytes([UInt8])
        /// Sent piece by piece, as it comes.
        ///
        /// The closure hands each piece to `send`, which returns when the client is ready for more.
        case stream(@Sendable (_ send: (_ piece: [UInt8]) async throws -> Void) async throws -> Void)
    }

    /// `200`.
    public var status: Int
    /// The headers.
    public var headers: HTTPHeaders
    /// What follows the headers; empty for a response without content.
    public var body: Body

    /// A response without content.
    public init(_ status: Int, headers: HTTPHeaders = HTTPHeaders()) {
        self.status = status
        self.headers = headers
        body = .bytes([])
    }

    /// A response with content of a media type.
    public init(_ status: Int, _ contentType: MediaType, _ body: Body, headers: HTTPHeaders = HTTPHeaders()) {
        self.status = status
        self.headers = headers
        self.headers["Content-Type"] = contentType.name
        self.body = body
    }
}
