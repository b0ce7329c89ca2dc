import ConcordNames
import Logging

/// Answers the requests to an API: finds the operation, calls it, and turns whatever goes wrong into a response.
public struct RequestHandler: Sendable {
    private let router: Router
    private let configuration: AppConfiguration
    private let documented: DocumentedOperations
    /// The methods of the API's operations.
    package let methods: Set<String>

    /// Creates a handler.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - configuration: The settings of the app.
    /// - Throws: ``ServedAPI/UnverifiedSchemes`` if operations require a security scheme that nothing verifies.
    public init(_ api: ServedAPI, configuration: AppConfiguration) throws {
        if let missing = ServedAPI.UnverifiedSchemes(api, configuration.environment) { throw missing }
        var router = Router()
        for route in api.routes { router.add(route.guarded()) }
        for route in api.document?.routes ?? [] { router.add(route) }
        self.router = router
        self.configuration = configuration
        documented = DocumentedOperations(api)
        methods = Set(api.routes.flatMap(\.operations).map(\.method))
    }

    /// Returns the answer to a request.
    ///
    /// Error responses have no other form than `application/problem+json`, or the one that the operation declares.
    public func respond(to request: APIRequest) async -> APIResponse {
        var request = request
        request.limits = configuration.limits
        if let problem = request.headerProblem { return problem.response }
        guard let match = router.match(request.path) else {
            return Problem(404, "No resource at '\(request.path)'.").response
        }
        request.pathValues = match.pathValues
        request.pathNames = match.pathNames
        if let operation = match.operations[request.method.rawValue] {
            return await respond(to: request, operation, in: match)
        }
        switch request.method {
        case .head:
            guard let operation = match.operations["GET"] else { break }
            return await respond(to: request, operation, in: match).withoutBody
        case .options: return APIResponse(204, headers: HTTPFields(["Allow": allowed(match)]))
        default: break
        }
        return Problem(
            405, "Method \(request.method.rawValue) is not allowed. Allowed: \(allowed(match)).",
            headers: ["Allow": allowed(match)]
        ).response
    }

    private func allowed(_ match: Router.Match) -> String {
        var methods = match.methods
        if methods.contains("GET"), !methods.contains("HEAD") { methods.append("HEAD") }
        if !methods.contains("OPTIONS") { methods.append("OPTIONS") }
        return methods.joined(separator: ", ")
    }

    private func respond(
        to request: APIRequest, _ operation: _Core.ViewOperation, in match: Router.Match
    ) async -> APIResponse {
        let name = operation.operationID ?? "\(operation.method) \(match.path)"
        if configuration.unknownQueryParameters == .refused {
            let unknown = documented.unknownNames(in: request.query, of: operation.method, at: match.path)
            if !unknown.isEmpty { return Problem.unknownParameters(unknown).response }
        }
        do {
            return try await configuration.environment.run { try await operation.respond(request) }
        } catch let problem as Problem {
            return problem.response
        } catch let thrown as UndeclaredProblem {
            let status = thrown.problem.status
            if !documented.declares(status, of: operation.method, at: match.path) {
                request.logger.warning("\(name) threw a problem of status \(status.code), which its document lacks.")
            }
            return thrown.problem.response
        } catch is NotImplemented {
            return Problem(501, "This operation is not implemented yet.").response
        } catch {
            if let refusal = (error as? any _Core.RefusingError)?.refusal { return refusal.response }
            request.logger.error("\(name) failed: \(Self.explanation(of: error))")
            return Problem(
                500, "The server failed to handle the request.", members: ["requestId": .string(request.id)],
                headers: ["X-Request-Id": request.id]
            ).response
        }
    }

    private static func explanation(of error: any Error) -> String {
        error is any WireValue || error is any ResponseValue
            ? "it threw '\(type(of: error))', which is none of its declared responses: \(error)" : "\(error)"
    }
}

extension _Core.Route {
    /// The route whose operations serve admitted requests only.
    fileprivate func guarded() -> _Core.Route {
        var route = self
        route.operations = operations.map { operation in
            let control = AccessControl(operation, access)
            return _Core.ViewOperation(operation.method, operation.operationID) { request in
                let request = control.isOpen ? request : try await control.admit(request)
                return try await APIRequest.$current.withValue(request) { try await operation.respond(request) }
            }
        }
        return route
    }
}

extension APIResponse {
    /// The same response as HEAD gives it.
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
