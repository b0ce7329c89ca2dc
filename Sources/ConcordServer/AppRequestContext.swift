import Hummingbird
import Logging
import NIOCore

/// The context of a request in the Hummingbird middleware of an app.
public struct AppRequestContext: RequestContext, RemoteAddressRequestContext {
    /// The storage that Hummingbird requires in every request context.
    public var coreContext: CoreRequestContextStorage
    /// The remote address of the connection, which may be that of a proxy.
    public let remoteAddress: SocketAddress?

    /// Creates the context of a request that a server received.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Creates the context of a request without a connection.
    package init(logger: Logger) {
        coreContext = CoreRequestContextStorage(source: LoggerSource(logger: logger))
        remoteAddress = nil
    }

    private struct LoggerSource: RequestContextSource {
        let logger: Logger
    }
}
