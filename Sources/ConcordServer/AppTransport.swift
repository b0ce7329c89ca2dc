import ConcordCore
import HummingbirdCore
import NIOCore

/// The transport of the server.
package struct AppTransport: Sendable {
    /// Makes the Hummingbird server, which closes a connection after a time in which the client sends nothing.
    package var server: @Sendable (_ idleTimeout: Duration) throws -> HTTPServerBuilder
    /// The scheme of the server's URLs.
    package var scheme: String

    package init(scheme: String, server: @escaping @Sendable (_ idleTimeout: Duration) throws -> HTTPServerBuilder) {
        self.server = server
        self.scheme = scheme
    }

    /// HTTP/1.1 without TLS.
    static let plain = AppTransport(scheme: "http") { .http1(configuration: .closing(after: $0)) }
}

extension HTTP1Channel.Configuration {
    /// A configuration that closes a connection if nothing of a request arrives in a time. The server's own time to respond
    /// does not count.
    package static func closing(after idleTimeout: Duration) -> Self { Self(idleTimeout: TimeAmount(idleTimeout)) }
}

extension AppConfiguration {
    /// The transport of the server. The default is HTTP/1.1 without TLS. A module such as `ConcordTLS` changes it.
    package var transport: AppTransport {
        get { parts[ObjectIdentifier(AppTransport.self)] as? AppTransport ?? .plain }
        set { parts[ObjectIdentifier(AppTransport.self)] = newValue }
    }
}
