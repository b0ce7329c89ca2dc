public import Concord

extension SignedInUser {
    /// Refuses a request that changes something if a page of another site may have sent it.
    ///
    /// The request needs the token of the session in the field `X-CSRFToken`, and an `Origin`, if it has one, of the
    /// same host or of `trustedOrigins`.
    ///
    /// - Throws: A ``Problem`` with status 403.
    func checkCrossSiteRequest(_ request: APIRequest) throws {
        if request.isSafe { return }
        try checkCrossSiteRequest(request, token: request.headers["X-CSRFToken"])
    }

    /// Refuses a request with a token that is not the session's, or from a page of another site.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - token: The token that the page sends, for example as a field of a form.
    /// - Throws: A ``Problem`` with status 403.
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
    /// Whether no page of another origin sent the request.
    ///
    /// A browser states the origin in each request that changes something. A client that is no browser doesn't, and has
    /// no cookies of somebody else.
    package var isFromOwnOrigin: Bool {
        guard let origin = headers[.origin] else {
            return ["same-origin", "none", nil].contains(headers["Sec-Fetch-Site"])
        }
        if AppEnvironment.current.users.sessions.trustedOrigins.contains(origin) { return true }
        guard origin.contains("://"), let host = headers["Host"] else { return false }
        return origin.split(separator: "/", maxSplits: 2).last?.lowercased() == host.lowercased()
    }
}
