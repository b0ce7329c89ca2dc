/// Decides whether a request is permitted. All elements of a view's `static let permissions` must allow the request.
///
///     /// Only within the tenant's own network.
///     @Permission
///     struct IsLocal: Permission {
///         @Header("X-Network") var network: String?
///         func allows(_ request: APIRequest) -> Bool { network == "local" }
///     }
public protocol Permission: RequestPart {
    /// Returns whether the request is permitted.
    func allows(_ request: APIRequest) async throws -> Bool
}
