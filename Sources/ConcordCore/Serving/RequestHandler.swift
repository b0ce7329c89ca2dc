/// Answers the requests to an API: finds the operation, calls it, and turns whatever goes wrong into a response.
public struct RequestHandler: Sendable {
    private let router: Router
    private let reportError: @Sendable (_ request: HTTPRequest, _ error: any Error) -> Void

    /// Answers for an API; `reportError` learns of errors that no operation declares, which clients are not told of.
    public init(
        _ api: any API.Type,
        reportError: @escaping @Sendable (_ request: HTTPRequest, _ error: any Error) -> Void = { _, _ in }
    ) {
        var router = Router()
        for route in api.views.flatMap({ $0.routes }) { router.add(route.guarded(orBy: api.authentication)) }
        for route in api.document?.routes ?? [] { router.add(route) }
        self.router = router
        self.reportError = reportError
    }

    /// The answer to a request.
    public func respond(to request: HTTPRequest) async -> HTTPResponse {
        guard let match = router.match(request.path) else {
            return RequestFailure(404, "There is nothing at '\(request.path)'.").response
        }
        var request = request
        request.pathValues = match.pathValues
        request.pathNames = match.pathNames
        if let operation = match.operations[request.method] { return await respond(to: request, operation) }
        switch request.method {
        case "HEAD":
            guard let operation = match.operations["GET"] else { break }
            return await respond(to: request, operation).withoutBody
        case "OPTIONS": return HTTPResponse(204, headers: ["Allow": allowed(match)])
        default: break
        }
        return RequestFailure(
            405, "\(request.method) is not possible here; \(list(match.methods)) is.",
            headers: ["Allow": allowed(match)]
        ).response
    }

    private func allowed(_ match: Router.Match) -> String {
        var methods = match.methods
        if methods.contains("GET"), !methods.contains("HEAD") { methods.append("HEAD") }
        if !methods.contains("OPTIONS") { methods.append("OPTIONS") }
        return methods.joined(separator: ", ")
    }

    private func respond(to request: HTTPRequest, _ operation: ViewOperation) async -> HTTPResponse {
        do {
            return try await operation.respond(request)
        } catch let failure as RequestFailure {
            return failure.response
        } catch is NotImplemented {
            return RequestFailure(501, "This operation is declared, but has no code yet.").response
        } catch is DatabaseRequired {
            return RequestFailure(501, "This operation needs a database, which there is none of yet.").response
        } catch {
            reportError(request, error)
            return RequestFailure(500, "Something went wrong on the server.").response
        }
    }
}

extension HTTPResponse {
    /// The same response as HEAD gives it.
    fileprivate var withoutBody: HTTPResponse {
        var response = self
        if case .bytes(let bytes) = body, headers["Content-Length"] == nil {
            response.headers["Content-Length"] = String(bytes.count)
        }
        response.body = .bytes([])
        return response
    }
}
