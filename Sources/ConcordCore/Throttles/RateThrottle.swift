/// Limits the number of requests of a user in a period: `RateThrottle("100/hour")`.
///
/// Requests without a user are counted by the client's address.
public struct RateThrottle: Throttle {
    /// The maximum number of requests in a period.
    public let requests: Int
    /// The duration of a period.
    public let period: Duration
    private let counts = RequestCounts()

    /// Creates a throttle with a number of requests per `second`, `minute`, `hour`, or `day`. A string in another form
    /// allows no requests.
    public init(_ rate: String) {
        let parts = rate.split(separator: "/", omittingEmptySubsequences: false)
        requests = parts.first.flatMap { Int($0) } ?? 0
        period = .seconds(parts.count == 2 ? Self.seconds(of: parts[1]) : 1)
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
    public func delay(for request: APIRequest) async -> Duration? {
        await counts.delay(
            for: request.user.map { "user \($0.identifier)" } ?? "address \(request.remoteAddress ?? "")",
            requests: requests, period: period)
    }
}

/// The number of requests of each user in the current period.
private actor RequestCounts {
    /// The maximum number of users. When it is reached, all counts are reset, so that memory use is bounded.
    private static let most = 100_000

    private var counts: [String: (start: ContinuousClock.Instant, count: Int)] = [:]

    func delay(for user: String, requests: Int, period: Duration) -> Duration? {
        let now = ContinuousClock.now
        if counts.count >= Self.most { counts.removeAll() }
        if let (start, count) = counts[user], start + period > now {
            if count >= requests { return start + period - now }
            counts[user] = (start, count + 1)
            return nil
        }
        guard requests > 0 else { return period }
        counts[user] = (now, 1)
        return nil
    }
}
