/// Limits the rate of requests. It is an element of a view's `static let throttles`.
public protocol Throttle: RequestPart {
    /// Returns the duration until the request may be sent again, or `nil` if it is served now.
    func delay(for request: APIRequest) async throws -> Duration?
}
