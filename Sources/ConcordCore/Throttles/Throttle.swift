/// Bounds how often something is asked for: an entry of `static let throttles` of a view.
public protocol Throttle: RequestPart {
    /// How long to wait before the request may be sent again; nil for one that is served now.
    func delay(for request: APIRequest) async throws -> Duration?
}
