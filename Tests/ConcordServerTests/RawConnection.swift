import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A connection to which a test writes bytes directly.
struct RawConnection: Sendable {
    /// The system can't open the connection.
    struct Failed: Error {
        let code: Int32
    }

    private let descriptor: Int32

    /// Connects to a port of this machine.
    init(port: Int) throws {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let descriptor = descriptor
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failed(code: errno) }
    }

    /// Writes a text. If the server has closed the connection, writing has no effect.
    func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Closes the direction to the server, which can still respond.
    func finishWriting() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    func disconnect() { _ = close(descriptor) }

    /// Reads until the server closes the connection.
    func rest() async -> String { await text { _ in false } }

    /// Reads until a text has arrived, or the server closes the connection.
    func text(to end: String) async -> String { await text { $0.contains(end) } }

    private func text(_ isComplete: @escaping @Sendable (String) -> Bool) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: read(isComplete)) }
        }
    }

    private func read(_ isComplete: (String) -> Bool) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            if isComplete(text) { return text }
        }
    }
}
