/// Limits the number of requests of a user in a period: `RateThrottle("100/hour")`.
///
/// Requests without a user are counted by the client's address. Each process has its own counts, unless `counts:`
/// refers to a place that several instances of the app share: `RateThrottle("100/hour", counts: .database(scope:
/// "reports"))`.
public struct RateThrottle: Throttle {
    /// The maximum number of requests in a period.
    public let requests: Int
    /// The duration of a period.
    public let period: Duration
    private let counts: any ThrottleCounts

    /// Creates a throttle with a number of requests per `second`, `minute`, `hour`, or `day`. A string in another
    /// format allows no requests.
    public init(_ rate: String) { self.init(rate, counts: MemoryThrottleCounts()) }

    /// Creates a throttle with a number of requests per `second`, `minute`, `hour`, or `day`, and a place for the
    /// counts.
    public init(_ rate: String, counts: some ThrottleCounts) {
        let parts = rate.split(separator: "/", omittingEmptySubsequences: false)
        requests = parts.first.flatMap { Int($0) } ?? 0
        period = .seconds(parts.count == 2 ? Self.seconds(of: parts[1]) : 1)
        self.counts = counts
    }

    private static func seconds(of unit: Substring) -> Int {
        switch unit.first {
        case "m": 60
        case "h": 3600
        case "d": 86_400
        default: 1
        }
    }

    /// Returns the remaining duration of the period if the user has reached the maximum, or `nil` otherwise.
    public func delay(for request: APIRequest) async throws -> Duration? {
        guard requests > 0 else { return period }
        let client = request.user.map { "user \($0.identifier)" } ?? "address \(request.remoteAddress ?? "")"
        return try await counts.count(client, requests: requests, period: period)
    }
}
