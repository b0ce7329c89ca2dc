import ConcordDiagnostics
import Foundation

/// Serves files from memory to browsers on this computer, and notifies them when the files have changed.
///
/// It responds to `GET` and `HEAD`, with one request for each connection, each on its own thread.
final class PreviewServer: @unchecked Sendable {
    /// The reason why the server can't be started.
    struct Failure: Error {
        let diagnostic: Diagnostic
    }

    /// The path that sends an event for each change.
    static let changesPath = "/-/changes"

    let port: Int
    private let descriptor: Int32
    // The properties below are accessed only between `lock` and `unlock`.
    private let condition = NSCondition()
    private var files: [String: [UInt8]] = [:]
    // A page that an earlier server sent is older than the first version.
    private var version = Int(Date.now.timeIntervalSince1970)
    private var connections = 0

    private static let mostConnections = 64
    private static let heartbeat: TimeInterval = 15

    /// Listens on 127.0.0.1.
    ///
    /// - Parameter port: The port, or 0 for any free port.
    init(port: Int) throws(Failure) {
        // A browser that closes a connection must not end the process.
        signal(SIGPIPE, SIG_IGN)
        let descriptor = socket(AF_INET, Self.streamType, 0)
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard bind(descriptor, generic, length) == 0, listen(descriptor, 64) == 0 else { return Int32(-1) }
                return getsockname(descriptor, generic, &length)
            }
        }
        guard status == 0 else {
            let reason = String(cString: strerror(errno)).lowercased()
            close(descriptor)
            throw Failure(
                diagnostic: Diagnostic(
                    .error, "no-server", "port \(port) can't be used: \(reason)", at: nil,
                    help: "choose another port with '--port', or use '--port 0' for any free port"))
        }
        self.descriptor = descriptor
        self.port = Int(in_port_t(bigEndian: address.sin_port))
    }

    private static var streamType: Int32 {
        #if canImport(Glibc)
            Int32(SOCK_STREAM.rawValue)
        #else
            SOCK_STREAM
        #endif
    }

    /// Replaces the files, and tells the pages to reload if one of them differs.
    ///
    /// - Returns: The number of files that were added, removed or changed.
    @discardableResult
    func show(_ new: [OutputFile]) -> Int {
        condition.lock()
        defer { condition.unlock() }
        let new = Dictionary(new.map { ($0.path, $0.contents) }) { _, last in last }
        let paths = Set(new.keys).union(files.keys)
        let count = paths.count { files[$0] != new[$0] }
        guard count > 0 else { return 0 }
        files = new
        version += 1
        condition.broadcast()
        return count
    }

    /// Accepts connections on a thread until the process ends.
    func start() {
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else {
                    if errno == EINTR || errno == ECONNABORTED { continue }
                    // Too many files are open. One may be closed before the next connection.
                    Thread.sleep(forTimeInterval: 0.1)
                    continue
                }
                guard opened() else {
                    close(connection)
                    continue
                }
                Thread.detachNewThread { [self] in
                    serve(connection)
                    close(connection)
                    closed()
                }
            }
        }
    }

    private func opened() -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard connections < Self.mostConnections else { return false }
        connections += 1
        return true
    }

    private func closed() {
        condition.lock()
        defer { condition.unlock() }
        connections -= 1
    }

    private func serve(_ connection: Int32) {
        guard let request = PreviewRequest(reading: connection) else { return }
        // A page of another host whose name resolves to this computer must not read the site.
        guard ["127.0.0.1:\(port)", "localhost:\(port)"].contains(request.host) else {
            return send(PreviewResponse(status: "403 Forbidden", type: "text/plain", body: []), connection)
        }
        guard ["GET", "HEAD"].contains(request.method) else {
            return send(PreviewResponse(status: "405 Method Not Allowed", type: "text/plain", body: []), connection)
        }
        guard request.path != Self.changesPath else { return sendChanges(connection) }
        condition.lock()
        let (found, notFound, version) = (files[request.file], files["404.html"], version)
        condition.unlock()
        var response =
            found.map { PreviewResponse(status: "200 OK", type: PreviewResponse.type(of: request.file), body: $0) }
            ?? PreviewResponse(status: "404 Not Found", type: "text/html; charset=utf-8", body: notFound ?? [])
        response.version = version
        response.hasBody = request.method == "GET"
        send(response, connection)
    }

    private func send(_ response: PreviewResponse, _ connection: Int32) {
        try? writeAll(response.bytes, to: connection, path: "")
    }

    /// Sends the version now and after each change, until the browser closes the connection.
    private func sendChanges(_ connection: Int32) {
        let head = """
            HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
            Connection: close\r\n\r\nretry: 500\n\n
            """
        guard (try? writeAll(Array(head.utf8), to: connection, path: "")) != nil else { return }
        var sent: Int?
        while true {
            condition.lock()
            if version == sent { _ = condition.wait(until: Date.now + Self.heartbeat) }
            let current = version
            condition.unlock()
            let event = current == sent ? ":\n\n" : "data: \(current)\n\n"
            sent = current
            guard (try? writeAll(Array(event.utf8), to: connection, path: "")) != nil else { return }
        }
    }
}
