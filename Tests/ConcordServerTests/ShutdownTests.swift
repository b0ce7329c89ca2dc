import ConcordCore
import ConcordServer
import Foundation
import Logging
import NIOCore
import ServiceLifecycle
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The running requests when the server is told to stop.
@Suite struct ShutdownTests {
    /// Lets the test decide when a stream continues.
    private actor Gate {
        private var isOpen = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func open() {
            isOpen = true
            for continuation in waiting { continuation.resume() }
            waiting = []
        }

        func wait() async {
            if isOpen { return }
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private static let started = Gate()
    private static let rest = Gate()

    private enum StreamAPI: API {
        static let views: [any View.Type] = [Stream.self]
        static let defaultAuthentication: [any Authentication] = []

        struct Stream: View {
            static var routes: [_Core.Route] {
                let get = _Core.ViewOperation("GET", "stream") { _ in
                    APIResponse(
                        200, "text/plain",
                        .stream { send in
                            try await send(Array("first ".utf8))
                            await started.open()
                            await rest.wait()
                            try await send(Array("last".utf8))
                        })
                }
                return [_Core.Route("/stream", [get], access: _Core.AccessSettings())]
            }
        }
    }

    @Test func aStreamEndsBeforeTheServerDoes() async throws {
        let (ports, port) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = try APIServer(
            StreamAPI.served, app: AppConfiguration(), configuration: APIServer.Configuration(port: 0), logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [server.service { port.yield($0) }], logger: logger))
        try await withThrowingTaskGroup(of: String?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            let number = try #require(await ports.first { _ in true })
            let url = try #require(URL(string: "http://127.0.0.1:\(number)/stream"))
            tasks.addTask { String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self) }
            await Self.started.wait()
            await group.triggerGracefulShutdown()
            await Self.rest.open()
            var texts: [String] = []
            for try await text in tasks { if let text { texts.append(text) } }
            #expect(texts == ["first last"])
        }
    }
}
