import ConcordCore
import Hummingbird

/// The outermost middleware: identifies each request, and turns the errors of other middleware into problems.
struct RequestScope: RouterMiddleware {
    let app: AppConfiguration

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let id = _Core.RequestIdentifier.accepted(request.headers) {
            context.logger[metadataKey: "hb.request.id"] = .string(id)
        }
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            let known = error as? HTTPError
            let problem = Problem(error.status, known?.body, headers: known?.headers ?? HTTPFields())
            response = Response(app.response(to: problem), to: request)
        } catch {
            context.logger.error("A middleware failed: \(error)")
            response = Response(app.response(to: .failure(of: context.id)), to: request)
        }
        if response.headers.requestIdentifier == nil {
            response.headers.requestIdentifier = context.id
        }
        return response
    }
}
