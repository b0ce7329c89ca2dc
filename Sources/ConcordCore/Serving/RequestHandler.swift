import ConcordNames
import Logging

/// Handles the requests to an API: finds the operation, calls it, and converts errors to responses.
public struct RequestHandler: Sendable {
    private let router: Router
    private let configuration: AppConfiguration
    private let documented: DocumentedOperations
    private let check: (any ResponseCheck)?
    /// The source of responses for operations that are not implemented, or `nil` to reject requests to them.
    private let examples: (any ResponseCheck)?
    /// The methods of the operations.
    package let methods: Set<String>

    /// Creates a handler.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - configuration: The settings of the app.
    /// - Throws: ``ServedAPI/UnverifiedSchemes`` if operations require a security scheme that the app can't verify.
    public init(_ api: ServedAPI, configuration: AppConfiguration) throws {
        try self.init(api, configuration: configuration, check: nil)
    }

    /// Creates a handler that checks responses against the document.
    package init(_ api: ServedAPI, configuration: AppConfiguration, check: (any ResponseCheck)?) throws {
        if let missing = api.unverifiedSchemes(with: configuration) { throw missing }
        var router = Router()
        for route in api.routes { router.add(route.guarded()) }
        for route in api.document?.routes ?? [] { router.add(route) }
        for route in configuration.pages.routes { router.add(route.guarded()) }
        self.router = router
        self.configuration = configuration
        self.check = configuration.contractChecks.isOff ? nil : check
        examples = configuration.unimplementedOperations == .answeredByExample ? check : nil
        documented = DocumentedOperations(api)
        methods = Set(api.routes.flatMap(\.operations).map(\.method))
    }

    /// Returns the response to a request.
    ///
    /// Error responses have the media type `application/problem+json`, or the one that the operation declares. Each
    /// response has the identifier of the request in `X-Request-Id`.
    public func respond(to request: APIRequest) async -> APIResponse { await respond(to: request, onMatch: { _ in }) }

    /// Returns the response to a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - onMatch: A closure that receives the documented path of the operation before the operation is called.
    package func respond(to request: APIRequest, onMatch: (_ path: String) -> Void) async -> APIResponse {
        var response = await answer(to: request, onMatch: onMatch)
        if response.headers.requestIdentifier == nil {
            response.headers.requestIdentifier = request.id
        }
        return response
    }

    /// Returns the path template of the operations at a path, or `nil` if there are none.
    package func documentedPath(of path: String) -> String? { router.match(path)?.path }

    private func answer(to request: APIRequest, onMatch: (_ path: String) -> Void) async -> APIResponse {
        var request = request
        request.limits = configuration.limits
        request.temporaryFolder = configuration.temporaryFolder
        request.acceptsAnyCredential = configuration.unimplementedSchemes == .acceptAnyCredential
        if let problem = request.headerProblem { return configuration.response(to: problem) }
        guard let match = router.match(request.path) else {
            return configuration.response(to: .noResource(at: request.path))
        }
        onMatch(match.path)
        request.route = match.path
        request.pathValues = match.pathValues
        request.pathNames = match.pathNames
        if let operation = match.operations[request.method.rawValue] {
            return await respond(to: request, operation, in: match)
        }
        switch request.method {
        case .head:
            guard let operation = match.operations["GET"] else { break }
            return await respond(to: request, operation, in: match).withoutBody
        case .options:
            return APIResponse(204, headers: HTTPFields(["Allow": allowed(match).joined(separator: ", ")]))
        default: break
        }
        return configuration.response(to: .notAllowed(request.method, allowed: allowed(match)))
    }

    private func allowed(_ match: Router.Match) -> [String] {
        var methods = match.methods
        if methods.contains("GET"), !methods.contains("HEAD") { methods.append("HEAD") }
        if !methods.contains("OPTIONS") { methods.append("OPTIONS") }
        return methods
    }

    private func respond(
        to request: APIRequest, _ operation: _Core.ViewOperation, in match: Router.Match
    ) async -> APIResponse {
        let response = await outcome(of: operation, for: request, in: match)
        if let check, configuration.contractChecks.includesNext {
            let breaches = check.breaches(in: response, method: request.method.rawValue, path: match.path)
            if !breaches.isEmpty {
                request.logger.error(
                    "The response of \(name(of: operation, in: match)) violates its document: \(breaches.joined(separator: "; "))."
                )
            }
        }
        return response
    }

    /// Returns the name of an operation for the log.
    private func name(of operation: _Core.ViewOperation, in match: Router.Match) -> String {
        operation.operationID ?? "\(operation.method) \(match.path)"
    }

    private func outcome(
        of operation: _Core.ViewOperation, for request: APIRequest, in match: Router.Match
    ) async -> APIResponse {
        let name = name(of: operation, in: match)
        if configuration.unknownQueryParameters == .refused {
            let unknown = documented.unknownNames(in: request.query, of: operation.method, at: match.path)
            if !unknown.isEmpty { return configuration.response(to: .unknownParameters(unknown)) }
        }
        do {
            let response = try await configuration.environment.run { try await operation.respond(request) }
            return response.streaming(for: request, of: name, in: configuration.environment)
        } catch let problem as Problem {
            return configuration.response(to: problem)
        } catch let thrown as UndeclaredProblem {
            let status = thrown.problem.status
            if !documented.declares(status, of: operation.method, at: match.path) {
                request.logger.warning(
                    "\(name) threw a problem of status \(status.code), which is not in the document.")
            }
            return configuration.response(to: thrown.problem)
        } catch is NotImplemented {
            if let example = examples?.example(method: operation.method, path: match.path) { return example }
            return configuration.response(to: Problem(501, "This operation is not implemented yet."))
        } catch {
            if let refusal = (error as? any _Core.RefusingError)?.refusal { return configuration.response(to: refusal) }
            request.logger.error("\(name) failed: \(Self.explanation(of: error))")
            return configuration.response(to: .failure(of: request.id))
        }
    }

    private static func explanation(of error: any Error) -> String {
        error is any WireValue || error is any ResponseValue
            ? "it threw '\(type(of: error))', which is not one of its declared responses: \(error)" : "\(error)"
    }
}

extension _Core.Route {
    /// Returns the route with access control for its operations.
    fileprivate func guarded() -> _Core.Route {
        var route = self
        route.operations = operations.map { operation in
            let control = AccessControl(operation, access)
            return _Core.ViewOperation(operation.method, operation.operationID) { request in
                let request = control.isOpen ? request : try await control.admit(request)
                var response = try await APIRequest.$current.withValue(request) { try await operation.respond(request) }
                response.addHeaders(of: request.users)
                return response
            }
        }
        return route
    }
}

extension APIResponse {
    /// Adds the header fields of the request's users, unless the response sets them itself or isn't only for the user.
    package mutating func addHeaders(of users: [any AuthenticatedUser]) {
        if headers[.cacheControl]?.contains("public") == true { return }
        for case let user as any CompositeUser in users {
            for field in user.responseHeaders where headers[field.name] == nil { headers.append(field) }
        }
    }

    /// Returns the response with a stream that runs in the environment of the request and logs its errors.
    fileprivate func streaming(
        for request: APIRequest, of name: String, in environment: AppEnvironment
    ) -> APIResponse {
        guard case .stream(let stream) = body else { return self }
        var response = self
        response.body = .stream { send in
            var isConnected = true
            do {
                try await environment.run {
                    try await APIRequest.$current.withValue(request) {
                        try await stream { piece in
                            do { try await send(piece) } catch {
                                isConnected = false
                                throw error
                            }
                        }
                    }
                }
            } catch {
                // A client that disconnects is not an error of the app.
                if isConnected, !(error is CancellationError) {
                    request.logger.error("The stream of \(name) failed: \(error)")
                }
                throw error
            }
        }
        return response
    }

    /// The response to a HEAD request.
    fileprivate var withoutBody: APIResponse {
        var response = self
        if case .bytes(let bytes) = body, headers[.contentLength] == nil {
            response.headers[.contentLength] = String(bytes.count)
        }
        response.body = .bytes([])
        return response
    }
}

extension Problem {
    fileprivate static func unknownParameters(_ names: [String]) -> Problem {
        let issues = names.map {
            Problem.Issue(location: .query, name: $0, pointer: "", message: "is not a parameter of this operation")
        }
        return Problem(400, "The request is not valid.", errors: issues)
    }

    /// Creates a problem with header fields by name.
    init(
        _ status: HTTPResponse.Status,
        _ detail: String,
        members: JSONObject = JSONObject(),
        headers: KeyValuePairs<String, String>
    ) {
        self.init(status, detail, members: members, headers: HTTPFields(headers))
    }
}
