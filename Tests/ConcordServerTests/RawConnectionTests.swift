import ConcordCore
import ConcordServer
import Foundation
import Logging
import Testing

/// Requests that no client library would send.
@Suite struct RawConnectionTests {
    /// The requests that operations have received.
    fileprivate actor Calls {
        private(set) var paths: [String] = []
        func add(_ path: String) { paths.append(path) }
    }

    /// What `/wait` waits for.
    fileprivate static let (opened, opening) = AsyncStream<Void>.makeStream()

    private struct Recording {
        @Environment(\.calls) var calls
    }

    private enum CallsAPI: API {
        static let views: [any View.Type] = [Calling.self]
        static let defaultAuthentication: [any Authentication] = []

        struct Calling: View {
            static var routes: [_Core.Route] {
                ["/echo", "/smuggled", "/wait"].map { path in
                    let operations = ["GET", "POST"].map { method in
                        _Core.ViewOperation(method, nil) { request in
                            let bytes = try await request.body.bytes()
                            if path == "/wait" { for await _ in RawConnectionTests.opened { break } }
                            await Recording().calls.add("\(method) \(path)")
                            return try request.respond(
                                200, String(decoding: bytes, as: UTF8.self), _Core.Wire.value(String.self),
                                content: [.text])
                        }
                    }
                    return _Core.Route(path, operations, access: _Core.AccessSettings())
                }
            }
        }
    }

    /// Serves while a test writes to a connection, and returns what operations have received.
    private func serve(
        idleTimeout: Duration = .seconds(60),
        _ test: @escaping @Sendable (_ connection: RawConnection, _ port: Int) async throws -> Void
    ) async throws -> [String] {
        let calls = Calls()
        var app = AppConfiguration()
        app.environment.calls = calls
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = try APIServer(
            CallsAPI.served, app: app, configuration: APIServer.Configuration(port: 0, idleTimeout: idleTimeout),
            logger: logger)
        try await server.run { port in
            let connection = try RawConnection(port: port)
            defer { connection.disconnect() }
            try await test(connection, port)
        }
        return await calls.paths
    }

    private static let smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"

    // MARK: Smuggling

    /// Bodies whose end is ambiguous.
    @Test(arguments: [
        "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX",
        "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nX",
        "Content-Length: 0\r\nContent-Length: 41\r\n\r\n",
        "Content-Length: 0, 41\r\n\r\n",
        "Content-Length: +0\r\n\r\n",
        "Content-Length: 0x0\r\n\r\n",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 18446744073709551616\r\n\r\n",
        "Content-Length : 41\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nx\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n\r\n",
        "X-Folded: a\r\n Content-Length: 41\r\n\r\n",
        "X-Null: \u{0}\r\n\r\n",
        ": empty\r\n\r\n",
    ])
    func `an ambiguous body is refused, and no second request is in it`(rest: String) async throws {
        let calls = try await serve { connection, _ in
            connection.write("POST /echo HTTP/1.1\r\nHost: a\r\n" + rest + Self.smuggled)
            let response = await connection.rest()
            #expect(response.hasPrefix("HTTP/1.1 400 ") || response.isEmpty, "\(response)")
            #expect(response.components(separatedBy: "HTTP/1.1 ").count <= 2, "\(response)")
        }
        #expect(!calls.contains("GET /smuggled"))
    }

    @Test(arguments: [
        "GET /echo HTTP/1.1\r\n\r\n", "GET /echo HTTP/3.0\r\nHost: a\r\n\r\n", "GET  /echo HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /echo\u{1} HTTP/1.1\r\nHost: a\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ])
    func `a line that begins no request gets no response of an operation`(text: String) async throws {
        _ = try await serve { connection, _ in
            connection.write(text)
            connection.finishWriting()
            let response = await connection.rest()
            #expect(!response.hasPrefix("HTTP/1.1 5"), "\(response)")
        }
    }

    @Test func `requests that follow each other are answered in order`() async throws {
        let calls = try await serve { connection, _ in
            let first = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\none"
            let chunks = "2\r\ntw\r\n1\r\no\r\n0\r\n\r\n"
            let second = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
            connection.write(first + second + "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let response = await connection.rest()
            #expect(response.components(separatedBy: "HTTP/1.1 200 OK").count == 4, "\(response)")
            let one = try #require(response.range(of: "\r\n\r\none"))
            let two = try #require(response.range(of: "\r\n\r\ntwo"))
            #expect(one.upperBound < two.lowerBound)
        }
        #expect(calls == ["POST /echo", "POST /echo", "GET /echo"])
    }

    // MARK: Slow and half-closed connections

    @Test func `a request can arrive byte by byte while others are answered`() async throws {
        let calls = try await serve { connection, port in
            let text = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\none"
            for character in text.dropLast() { connection.write(String(character)) }
            let other = try RawConnection(port: port)
            defer { other.disconnect() }
            other.write("GET /smuggled HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(await other.rest().hasPrefix("HTTP/1.1 200 "))
            connection.write("e")
            #expect(await connection.rest().hasSuffix("\r\n\r\none"))
        }
        #expect(calls == ["GET /smuggled", "POST /echo"])
    }

    @Test(arguments: [
        "", "POST /echo HTTP/1.1\r\nHost", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\none",
    ])
    func `a connection on which nothing more arrives is closed`(text: String) async throws {
        let calls = try await serve(idleTimeout: .milliseconds(100)) { connection, _ in
            connection.write(text)
            let response = await connection.rest()
            #expect(response.hasPrefix("HTTP/1.1 400 ") || response.isEmpty, "\(response)")
        }
        #expect(calls.isEmpty)
    }

    @Test func `a connection is closed after a response, and not before it`() async throws {
        let calls = try await serve(idleTimeout: .milliseconds(100)) { connection, port in
            connection.write("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n")
            // The other connection ends by the timeout, which the first one has then passed, too.
            let other = try RawConnection(port: port)
            #expect(await other.rest().isEmpty)
            other.disconnect()
            Self.opening.yield()
            #expect(await connection.rest().hasPrefix("HTTP/1.1 200 "))
        }
        #expect(calls == ["GET /wait"])
    }

    @Test func `a client that has finished writing gets its response`() async throws {
        let calls = try await serve { connection, _ in
            connection.write("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\none")
            connection.finishWriting()
            #expect(await connection.rest().hasSuffix("\r\n\r\none"))
        }
        #expect(calls == ["POST /echo"])
    }

    @Test(arguments: [
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\none",
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n",
        "POST /echo HTTP/1.1\r\nHost",
    ])
    func `a body that ends early runs nothing, and the server goes on`(text: String) async throws {
        let calls = try await serve { connection, port in
            connection.write(text)
            connection.finishWriting()
            let response = await connection.rest()
            #expect(response.hasPrefix("HTTP/1.1 400 ") || response.isEmpty, "\(response)")
            let gone = try RawConnection(port: port)
            gone.write(text)
            gone.disconnect()
            let other = try RawConnection(port: port)
            defer { other.disconnect() }
            other.write("GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(await other.rest().hasPrefix("HTTP/1.1 200 "))
        }
        #expect(calls == ["GET /echo"])
    }

    @Test func `a client that waits for the server to continue can go on`() async throws {
        let calls = try await serve { connection, _ in
            let head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n"
            connection.write(head + "Expect: 100-continue\r\n\r\n")
            connection.write("one")
            #expect(await connection.rest().hasSuffix("\r\n\r\none"))
        }
        #expect(calls == ["POST /echo"])
    }
}

extension AppEnvironment {
    private static let callsEntry = _Core.EnvironmentEntry<RawConnectionTests.Calls>(RawConnectionTests.Calls())

    fileprivate var calls: RawConnectionTests.Calls {
        get { self[Self.callsEntry] }
        set { self[Self.callsEntry] = newValue }
    }
}
