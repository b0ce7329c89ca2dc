import ConcordCore
import ConcordServer
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// The messages that an app logs while it responds.
final class RecordedLog: Sendable {
    struct Message: Sendable {
        let level: Logger.Level
        let text: String
        let metadata: Logger.Metadata
    }

    private let recorded = Mutex<[Message]>([])

    var messages: [Message] { recorded.withLock { $0 } }

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(log: self) }
        logger.logLevel = .trace
        logger[metadataKey: "hb.request.id"] = "made"
        return logger
    }

    var context: AppRequestContext { AppRequestContext(logger: logger) }

    func responder(of api: ServedAPI, _ app: AppConfiguration) throws -> APIResponder<AppRequestContext> {
        try APIResponder(api, configuration: app)
    }

    func request(_ path: String, headers: HTTPFields = HTTPFields()) -> Request {
        Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: "localhost", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
    }

    private struct Handler: LogHandler {
        let log: RecordedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            log.recorded.withLock {
                $0.append(Message(level: event.level, text: "\(event.message)", metadata: all))
            }
        }
    }
}
