/// Decides whether a request may be served at all: an entry of `static let permissions` of a view, all of which have to agree.
///
///     /// Only within the tenant's own network.
///     @Permission
///     struct IsLocal: Permission {
///         @Header("X-Network") var network: String?
///         func allows(_ request: APIRequest) -> Bool { network == "local" }
///     }
public protocol Permission: RequestPart {
    /// Whether the request may be served.
    func allows(_ request: APIRequest) async throws -> Bool
}
