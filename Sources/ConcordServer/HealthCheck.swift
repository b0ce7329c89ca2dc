import ConcordCore
import ConcordDatabase
import ServiceLifecycle

/// Answers whether the process lives, and whether it is ready to serve: `/health` and `/health/ready`.
///
/// The body is that of the IETF draft for `application/health+json`.
struct HealthCheck: Sendable {
    /// The path of liveness; readiness is `ready` below it.
    let path: String
    private let app: AppConfiguration

    /// The check of an app that serves its health; nil if it doesn't, or if one of its own paths is the same.
    init?(_ app: AppConfiguration, _ handler: RequestHandler) {
        guard let path = app.healthPath, handler.documentedPath(of: path) == nil else { return nil }
        self.path = path
        self.app = app
    }

    /// Returns the answer to a request for one of the two paths; nil for any other.
    func response(to method: HTTPRequest.Method, _ requested: Substring) async -> APIResponse? {
        guard requested.hasPrefix(path), requested == path || requested.dropFirst(path.count) == "/ready" else {
            return nil
        }
        guard method == .get || method == .head else {
            return app.response(to: .notAllowed(method, allowed: ["GET", "HEAD"]))
        }
        return requested == path ? Self.response([]) : await readiness
    }

    private var readiness: APIResponse {
        get async {
            var results: [(name: String, isPassed: Bool)] = []
            if Task.isShuttingDownGracefully { results.append(("server", false)) }
            if let database = app.environment.database {
                results.append(("database", await Self.passes { try await database.ping() }))
            }
            for check in app.readinessChecks { results.append((check.name, await Self.passes(check.body))) }
            return Self.response(results)
        }
    }

    private static func passes(_ check: () async throws -> Void) async -> Bool {
        do {
            try await check()
            return true
        } catch {
            return false
        }
    }

    private static func response(_ results: [(name: String, isPassed: Bool)]) -> APIResponse {
        let isPassed = results.allSatisfy(\.isPassed)
        var json: JSONObject = ["status": .string(isPassed ? "pass" : "fail")]
        if !results.isEmpty {
            let checks = results.map { ($0.name, ["status": .string($0.isPassed ? "pass" : "fail")] as JSON) }
            json["checks"] = .object(JSONObject(checks))
        }
        var writer = _Core.JSONWriter()
        JSON.object(json).write(to: &writer)
        return APIResponse(
            isPassed ? 200 : 503, "application/health+json", .bytes(writer.bytes), headers: [.cacheControl: "no-store"])
    }
}

/// A check of an app that has to succeed before the server is ready.
struct ReadinessCheck: Sendable {
    let name: String
    let body: @Sendable () async throws -> Void
}

extension AppConfiguration {
    private enum HealthPath {}
    private enum ReadinessChecks {}

    /// The path that answers whether the process lives; `nil` for none. The default is `/health`.
    ///
    /// Below it, `/health/ready` answers whether the server is ready: the database answers, every
    /// ``addReadinessCheck(_:_:)`` succeeds, and the server is not shutting down. The status is 200 or 503. An operation of the
    /// API with the same path takes precedence.
    public var healthPath: String? {
        get { parts[ObjectIdentifier(HealthPath.self)].map { $0 as? String } ?? "/health" }
        set { parts[ObjectIdentifier(HealthPath.self)] = newValue ?? false }
    }

    /// Adds a condition of readiness, such as a service that the app needs.
    ///
    /// - Parameters:
    ///   - name: The name of the check in the response.
    ///   - check: Throws if the app is not ready.
    public mutating func addReadinessCheck(_ name: String, _ check: @escaping @Sendable () async throws -> Void) {
        parts[ObjectIdentifier(ReadinessChecks.self)] = readinessChecks + [ReadinessCheck(name: name, body: check)]
    }

    fileprivate var readinessChecks: [ReadinessCheck] {
        parts[ObjectIdentifier(ReadinessChecks.self)] as? [ReadinessCheck] ?? []
    }
}
