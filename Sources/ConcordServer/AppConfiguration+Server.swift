import ConcordCore
import Hummingbird
import ServiceLifecycle

extension AppConfiguration {
    /// The Hummingbird middleware of the app, outermost first.
    ///
    ///     static func configure(_ app: inout AppConfiguration) async throws {
    ///         app.middleware.add(LogRequestsMiddleware(.info))
    ///         app.middleware.add(CORSMiddleware(allowOrigin: .originBased))
    ///     }
    ///
    /// An API that is mounted in a router uses the middleware of that router instead.
    public var middleware: AppMiddleware {
        get { parts[ObjectIdentifier(AppMiddleware.self)] as? AppMiddleware ?? AppMiddleware() }
        set { parts[ObjectIdentifier(AppMiddleware.self)] = newValue }
    }

    /// Whether the server compresses responses with gzip or deflate for clients that accept it. The default is `false`.
    ///
    /// The server compresses JSON, XML and text of at least 1 KiB, but not streams. Don't compress responses that
    /// contain both a secret and text that a client controls, because their length can reveal the secret. The server
    /// always accepts compressed request bodies.
    public var compressesResponses: Bool {
        get { parts[ObjectIdentifier(ResponseCompression.self)] != nil }
        set { parts[ObjectIdentifier(ResponseCompression.self)] = newValue ? ResponseCompression() : nil }
    }

    private struct ResponseCompression: Sendable {}

    /// The number of proxies in front of the server. The environment variable `NUM_PROXIES` sets it too. The default is
    /// 0.
    ///
    /// Each proxy must append to `X-Forwarded-For`. `APIRequest.remoteAddress` is then the address of the client that
    /// connected to the first proxy. If the number is too large, clients can forge the address that throttles, sign-in
    /// limits and the audit log use.
    public var proxyCount: Int {
        get { (parts[ObjectIdentifier(Proxies.self)] as? Proxies)?.count ?? 0 }
        set { parts[ObjectIdentifier(Proxies.self)] = Proxies(count: newValue) }
    }

    private struct Proxies: Sendable {
        let count: Int
    }

    /// The services that run with the server, such as connection pools, caches and scheduled work.
    public var services: [any Service] { (parts[ObjectIdentifier(Services.self)] as? Services)?.services ?? [] }

    /// Adds a service that starts before the server and shuts down after it.
    ///
    /// - Parameter service: The service. It runs in the `ServiceGroup` of the server.
    public mutating func add(service: any Service) {
        parts[ObjectIdentifier(Services.self)] = Services(services: services + [service])
    }

    private struct Services: Sendable {
        let services: [any Service]
    }
}

/// The Hummingbird middleware of an app, outermost first.
public struct AppMiddleware: Sendable {
    private(set) var all: [any MiddlewareProtocol<Request, Response, AppRequestContext>] = []

    /// Adds middleware inside the middleware that was added before.
    public mutating func add(_ middleware: some MiddlewareProtocol<Request, Response, AppRequestContext>) {
        all.append(middleware)
    }
}
