/// Limits the rate of requests, as an element of a view's `static let throttles`.
public protocol Throttle: RequestPart {
    /// Returns the time to wait before the request can be sent again, or `nil` if the request is allowed.
    func delay(for request: APIRequest) async throws -> Duration?
}
