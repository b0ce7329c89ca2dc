import ConcordCore
import HummingbirdCore

/// The transport of the server.
package struct AppTransport: Sendable {
    /// The Hummingbird server.
    package var server: HTTPServerBuilder
    /// The scheme of the server's URLs.
    package var scheme: String

    package init(server: HTTPServerBuilder, scheme: String) {
        self.server = server
        self.scheme = scheme
    }
}

extension AppConfiguration {
    /// The transport of the server. The default is HTTP/1.1 without TLS. A module such as `ConcordTLS` changes it.
    package var transport: AppTransport {
        get {
            parts[ObjectIdentifier(AppTransport.self)] as? AppTransport
                ?? AppTransport(server: .http1(), scheme: "http")
        }
        set { parts[ObjectIdentifier(AppTransport.self)] = newValue }
    }
}
