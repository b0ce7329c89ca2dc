import ConcordCore
import ConcordDatabase
import ServiceLifecycle

/// Reports whether the process is alive (`/health`) and ready to serve (`/health/ready`).
///
/// The body has the format of the IETF draft for `application/health+json`.
struct HealthCheck: Sendable {
    /// The path of the liveness check. The readiness check is at `ready` below it.
    let path: String
    private let app: AppConfiguration

    /// Creates the check of an app, or returns `nil` if the app has none or if an operation has the same path.
    init?(_ app: AppConfiguration, _ handler: RequestHandler) {
        guard let path = app.healthPath, handler.documentedPath(of: path) == nil else { return nil }
        self.path = path
        self.app = app
    }

    /// Returns the response to a request for one of the two paths, or `nil` for other paths.
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

/// A check that must succeed before the server is ready.
struct ReadinessCheck: Sendable {
    let name: String
    let body: @Sendable () async throws -> Void
}

extension AppConfiguration {
    private enum HealthPath {}
    private enum ReadinessChecks {}

    /// The path of the liveness check, or `nil` for none. The default is `/health`.
    ///
    /// The readiness check is at `/health/ready`. It succeeds if the database responds, every
    /// ``addReadinessCheck(_:_:)`` check succeeds, and the server is not shutting down. The status is 200 or 503. An
    /// operation of the API with the same path takes precedence.
    public var healthPath: String? {
        get { parts[ObjectIdentifier(HealthPath.self)].map { $0 as? String } ?? "/health" }
        set { parts[ObjectIdentifier(HealthPath.self)] = newValue ?? false }
    }

    /// Adds a readiness check, for example of a service that the app depends on.
    ///
    /// - Parameters:
    ///   - name: The name of the check in the response.
    ///   - check: A closure that throws if the app is not ready.
    public mutating func addReadinessCheck(_ name: String, _ check: @escaping @Sendable () async throws -> Void) {
        parts[ObjectIdentifier(ReadinessChecks.self)] = readinessChecks + [ReadinessCheck(name: name, body: check)]
    }

    fileprivate var readinessChecks: [ReadinessCheck] {
        parts[ObjectIdentifier(ReadinessChecks.self)] as? [ReadinessCheck] ?? []
    }
}
