import Hummingbird
import Logging
import NIOCore

/// What Hummingbird's middleware sees of a request to an app.
public struct AppRequestContext: RequestContext, RemoteAddressRequestContext {
    /// What every request context of Hummingbird has.
    public var coreContext: CoreRequestContextStorage
    /// The address of the client's end of the connection.
    public let remoteAddress: SocketAddress?

    /// Creates the context of a request that a server received.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Creates the context of a request that came over no connection.
    package init(logger: Logger) {
        coreContext = CoreRequestContextStorage(source: LoggerSource(logger: logger))
        remoteAddress = nil
    }

    private struct LoggerSource: RequestContextSource {
        let logger: Logger
    }
}
