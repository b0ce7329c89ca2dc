import ConcordCore
import HummingbirdCore

/// How the server speaks to its clients.
package struct AppTransport: Sendable {
    /// Hummingbird's server.
    package var server: HTTPServerBuilder
    /// The scheme of the server's URLs.
    package var scheme: String

    package init(server: HTTPServerBuilder, scheme: String) {
        self.server = server
        self.scheme = scheme
    }
}

extension AppConfiguration {
    /// How the server speaks to its clients: HTTP/1.1 without TLS, unless a module such as `ConcordTLS` sets another.
    package var transport: AppTransport {
        get {
            parts[ObjectIdentifier(AppTransport.self)] as? AppTransport
                ?? AppTransport(server: .http1(), scheme: "http")
        }
        set { parts[ObjectIdentifier(AppTransport.self)] = newValue }
    }
}
