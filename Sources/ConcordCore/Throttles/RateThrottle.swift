/// Bounds how many requests a user may send in a period: `RateThrottle("100/hour")`.
///
/// Requests without a user are counted by the client's address.
public struct RateThrottle: Throttle {
    /// How many requests are served in a period.
    public let requests: Int
    /// How long a period is.
    public let period: Duration
    private let counts = RequestCounts()

    /// States a number of requests per `second`, `minute`, `hour` or `day`; a text of another form allows none.
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

    /// How long the user has to wait until the period is over, once its requests are used up.
    public func delay(for request: APIRequest) async -> Duration? {
        await counts.delay(
            for: request.user.map { "user \($0.identifier)" } ?? "address \(request.remoteAddress ?? "")",
            requests: requests, period: period)
    }
}

/// How often each user asked in its present period.
private actor RequestCounts {
    /// Beyond these, all users start anew, so that memory stays bounded whatever users are called.
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
