import ConcordCore
import Hummingbird
import ServiceLifecycle

extension AppConfiguration {
    /// Hummingbird's middleware around the app, the outermost first.
    ///
    ///     static func configure(_ app: inout AppConfiguration) async throws {
    ///         app.middleware.add(LogRequestsMiddleware(.info))
    ///         app.middleware.add(CORSMiddleware(allowOrigin: .originBased))
    ///     }
    ///
    /// An API that is mounted into another router has that router's middleware instead.
    public var middleware: AppMiddleware {
        get { parts[ObjectIdentifier(AppMiddleware.self)] as? AppMiddleware ?? AppMiddleware() }
        set { parts[ObjectIdentifier(AppMiddleware.self)] = newValue }
    }

    /// Whether the server compresses responses with gzip or deflate, if the client accepts it. The default is `false`.
    ///
    /// It compresses JSON, XML and text of at least 1 KiB. Streams are sent as they are. Don't compress responses that
    /// contain a secret beside text that a client can choose: the length of the response can then reveal the secret.
    /// The server always accepts request bodies in these codings.
    public var compressesResponses: Bool {
        get { parts[ObjectIdentifier(ResponseCompression.self)] != nil }
        set { parts[ObjectIdentifier(ResponseCompression.self)] = newValue ? ResponseCompression() : nil }
    }

    private struct ResponseCompression: Sendable {}

    /// The number of proxies that every request comes through, as `NUM_PROXIES` states. The default is 0.
    ///
    /// Each of them has to append to `X-Forwarded-For`. `APIRequest.remoteAddress` is then the address that the first of them
    /// received the request from. With a number that is too large, clients can choose the address that throttles, limits of
    /// sign-ins and the audit log see.
    public var proxyCount: Int {
        get { (parts[ObjectIdentifier(Proxies.self)] as? Proxies)?.count ?? 0 }
        set { parts[ObjectIdentifier(Proxies.self)] = Proxies(count: newValue) }
    }

    private struct Proxies: Sendable {
        let count: Int
    }

    /// The services that run beside the server: connections, caches, scheduled work.
    public var services: [any Service] { (parts[ObjectIdentifier(Services.self)] as? Services)?.services ?? [] }

    /// Runs a service beside the server: it starts before the server does and is told to shut down after it.
    ///
    /// - Parameter service: The service, which runs in the server's `ServiceGroup`.
    public mutating func add(service: any Service) {
        parts[ObjectIdentifier(Services.self)] = Services(services: services + [service])
    }

    private struct Services: Sendable {
        let services: [any Service]
    }
}

/// Hummingbird's middleware around an app, the outermost first.
public struct AppMiddleware: Sendable {
    private(set) var all: [any MiddlewareProtocol<Request, Response, AppRequestContext>] = []

    /// Adds a middleware, inside those that were added before.
    public mutating func add(_ middleware: some MiddlewareProtocol<Request, Response, AppRequestContext>) {
        all.append(middleware)
    }
}
