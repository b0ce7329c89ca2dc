/// Counts the requests of each client for a ``RateThrottle``.
public protocol ThrottleCounts: Sendable {
    /// Counts a request and returns the remaining duration of the period if the client has reached the maximum.
    ///
    /// - Parameters:
    ///   - client: The user's identifier, or the address of the client.
    ///   - requests: The maximum number of requests in a period, at least 1.
    ///   - period: The duration of a period, which begins with a client's first request.
    /// - Returns: The remaining time of the period, or `nil` if the request is allowed.
    func count(_ client: String, requests: Int, period: Duration) async throws -> Duration?
}

/// The counts of one process, in its memory.
actor MemoryThrottleCounts: ThrottleCounts {
    /// The maximum number of clients. When it is reached, all counts are reset to limit memory use.
    private static let most = 100_000

    private var counts: [String: (start: ContinuousClock.Instant, count: Int)] = [:]

    func count(_ client: String, requests: Int, period: Duration) -> Duration? {
        let now = ContinuousClock.now
        if counts.count >= Self.most { counts.removeAll() }
        guard let (start, count) = counts[client], start + period > now else {
            counts[client] = (now, 1)
            return nil
        }
        if count >= requests { return start + period - now }
        counts[client] = (start, count + 1)
        return nil
    }
}
