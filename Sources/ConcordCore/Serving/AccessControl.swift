/// Who may call the operations of a route, and how often: what a view states as `authentication`, `permissions`, `throttles`.
struct AccessControl: Sendable {
    let authentication: [any Authentication]
    let permissions: [any Permission]
    let throttles: [any Throttle]

    /// Whether there is nothing to ask.
    var isOpen: Bool { permissions.isEmpty && throttles.isEmpty }

    /// The request with its user; throws a failure of status 401, 403 or 429 where it may not be served.
    func admit(_ request: HTTPRequest) async throws -> HTTPRequest {
        var request = request
        for scheme in authentication where request.user == nil { request.user = try await scheme.user(of: request) }
        var inputs = Inputs(request)
        guard let permissions = try await permissions.bound(to: &inputs), inputs.isValid else { throw inputs.failure }
        for permission in permissions where try await !permission.allows(request) { throw denial(of: request) }
        try await throttle(request)
        return request
    }

    private func denial(of request: HTTPRequest) -> RequestFailure {
        guard request.user == nil, !authentication.isEmpty else { return RequestFailure(403, "This is not allowed.") }
        var headers = HTTPHeaders()
        for challenge in authentication.compactMap(\.challenge) { headers.add("WWW-Authenticate", challenge) }
        return RequestFailure(401, "This is for users that are signed in.", headers: headers)
    }

    private func throttle(_ request: HTTPRequest) async throws {
        for throttle in throttles {
            var inputs = Inputs(request)
            guard let throttle = try await throttle.bound(to: &inputs), inputs.isValid else { throw inputs.failure }
            guard let delay = try await throttle.delay(for: request) else { continue }
            let (seconds, rest) = delay.components
            throw RequestFailure(
                429, "These are too many requests; try again later.",
                headers: ["Retry-After": String(rest > 0 ? seconds + 1 : seconds)])
        }
    }
}

extension Route {
    /// The route whose operations serve admitted requests only.
    func guarded(orBy apiAuthentication: [any Authentication]) -> Route {
        let access = AccessControl(
            authentication: authentication ?? apiAuthentication, permissions: permissions, throttles: throttles)
        if access.isOpen { return self }
        var route = self
        route.operations = operations.map { operation in
            ViewOperation(operation.method, operation.operationID) { request in
                try await operation.respond(access.admit(request))
            }
        }
        return route
    }
}
