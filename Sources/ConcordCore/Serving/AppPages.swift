/// Pages that an app serves in addition to the operations of its API. The OpenAPI document doesn't describe them.
///
///     static func configure(_ app: inout AppConfiguration) async throws {
///         app.pages.get("/hello") { _ in APIResponse(200, "text/plain; charset=utf-8", .bytes(Array("Hello".utf8))) }
///     }
///
/// Paths can have parameters, as in views: `/stations/{id}`. `request.pathParameter("id")` returns the value.
public struct AppPages: Sendable {
    /// The routes of the pages.
    package private(set) var routes: [_Core.Route] = []

    /// Adds a page that responds to `GET` requests.
    public mutating func get(
        _ path: String, _ respond: @escaping @Sendable (APIRequest) async throws -> APIResponse
    ) { add("GET", path, respond) }

    /// Adds a page that responds to `POST` requests.
    public mutating func post(
        _ path: String, _ respond: @escaping @Sendable (APIRequest) async throws -> APIResponse
    ) { add("POST", path, respond) }

    private mutating func add(
        _ method: String, _ path: String, _ respond: @escaping @Sendable (APIRequest) async throws -> APIResponse
    ) {
        let operation = _Core.ViewOperation(method, nil, respond)
        if let index = routes.firstIndex(where: { $0.path == path }) {
            routes[index].operations.removeAll { $0.method == method }
            routes[index].operations.append(operation)
        } else {
            routes.append(_Core.Route(path, [operation], access: _Core.AccessSettings()))
        }
    }
}
