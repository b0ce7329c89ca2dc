public import Concord

extension SignedInUser {
    /// Rejects a request that changes data if a page of another site may have sent it.
    ///
    /// The request must have the token of the session in the header `X-CSRFToken`. If it has an `Origin`, the host must
    /// be the same, or `trustedOrigins` must contain the origin.
    ///
    /// - Throws: A ``ConcordCore/Problem`` with status 403.
    func checkCrossSiteRequest(_ request: APIRequest) throws {
        if request.isSafe { return }
        try checkCrossSiteRequest(request, token: request.headers["X-CSRFToken"])
    }

    /// Rejects a request whose token is not that of the session, or that comes from a page of another site.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - token: The token that the page sends, for example as a field of a form.
    /// - Throws: A ``ConcordCore/Problem`` with status 403.
    public func checkCrossSiteRequest(_ request: APIRequest, token: String?) throws {
        guard let expected = csrfToken else { return }
        guard request.isFromOwnOrigin else {
            throw Problem(403, "Pages of other origins can't send this request.")
        }
        guard let token, RandomKey.areEqual(token, expected) else {
            throw Problem(403, "The header X-CSRFToken must contain the token of the session.")
        }
    }
}

extension APIRequest {
    /// Whether the request doesn't come from a page of another origin.
    ///
    /// A browser sends the origin with each request that changes data. Other clients don't, and they have no cookies of
    /// other users.
    package var isFromOwnOrigin: Bool {
        guard let origin = headers[.origin] else {
            return ["same-origin", "none", nil].contains(headers["Sec-Fetch-Site"])
        }
        if AppEnvironment.current.users.sessions.trustedOrigins.contains(origin) { return true }
        guard origin.contains("://"), let host = headers.host else { return false }
        return origin.split(separator: "/", maxSplits: 2).last?.lowercased() == host.lowercased()
    }
}
