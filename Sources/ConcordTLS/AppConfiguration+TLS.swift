import ConcordCore
import ConcordServer
import HummingbirdHTTP2
import HummingbirdCore
import HummingbirdTLS
import NIOSSL

extension AppConfiguration {
    /// Serves HTTPS with a certificate from files.
    ///
    ///     static func configure(_ app: inout AppConfiguration) throws {
    ///         try app.useTLS(certificate: "/run/secrets/server.crt", key: "/run/secrets/server.key")
    ///     }
    ///
    /// Clients negotiate HTTP/2 or HTTP/1.1 with ALPN.
    ///
    /// - Parameters:
    ///   - certificate: The path of the certificate and its chain, in PEM.
    ///   - key: The path of the private key, in PEM.
    ///   - http2: Whether to offer HTTP/2.
    /// - Throws: A `NIOSSLError` if a file can't be read.
    public mutating func useTLS(certificate: String, key: String, http2: Bool = true) throws {
        let chain = try NIOSSLCertificate.fromPEMFile(certificate)
        let key = try NIOSSLPrivateKey(file: key, format: .pem)
        try useTLS(
            TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)),
            http2: http2)
    }

    /// Serves HTTPS with a configuration of swift-nio-ssl, for example to require client certificates.
    ///
    /// - Parameters:
    ///   - tls: The configuration.
    ///   - http2: Whether to offer HTTP/2.
    /// - Throws: A `NIOSSLError` if the configuration is not valid.
    public mutating func useTLS(_ tls: TLSConfiguration, http2: Bool = true) throws {
        transport = AppTransport(scheme: "https") { idleTimeout in
            let streams = HTTP1Channel.Configuration.closing(after: idleTimeout)
            guard http2 else { return try .tls(.http1(configuration: streams), tlsConfiguration: tls) }
            return try .http2Upgrade(
                tlsConfiguration: tls,
                configuration: HTTP2UpgradeChannel.Configuration(
                    idleTimeout: idleTimeout, streamConfiguration: streams))
        }
    }
}
