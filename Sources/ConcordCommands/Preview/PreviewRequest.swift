import Foundation

/// A request for a file of a preview.
struct PreviewRequest {
    let method: String
    /// The path without the query.
    let path: String
    let host: String

    private static let longestHead = 16 << 10

    /// Reads the head of a request. Returns `nil` if it is malformed or takes too long.
    init?(reading connection: Int32) {
        var limit = timeval()
        limit.tv_sec = 10
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var head: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while !head.contains(Array("\r\n\r\n".utf8)) {
            let count = chunk.withUnsafeMutableBytes { read(connection, $0.baseAddress, $0.count) }
            guard count > 0, head.count + count <= Self.longestHead else { return nil }
            head += chunk[..<count]
        }
        self.init(head: String(decoding: head, as: UTF8.self))
    }

    private init?(head: String) {
        let lines = head.split(separator: "\r\n")
        guard let words = lines.first?.split(separator: " "), words.count == 3, words[1].hasPrefix("/") else {
            return nil
        }
        method = String(words[0])
        path = words[1].prefix { $0 != "?" }.removingPercentEncoding ?? ""
        let hosts = lines.dropFirst().filter { $0.lowercased().hasPrefix("host:") }
        host = hosts.first?.dropFirst("host:".count).trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    }

    /// The file for the path.
    var file: String {
        let name = path.dropFirst()
        return name.isEmpty || name.hasSuffix("/") ? name + "index.html" : String(name)
    }
}

/// A response of a preview.
struct PreviewResponse {
    let status: String
    let type: String
    let body: [UInt8]
    /// The version of the site, which the page compares with later ones.
    var version: Int?
    var hasBody = true

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "json": "application/json", "yaml": "application/yaml", "md": "text/markdown; charset=utf-8",
        "txt": "text/plain; charset=utf-8", "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png",
        "jpg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    ]

    /// Returns the media type of a file.
    static func type(of file: String) -> String {
        types[file.split(separator: ".").last.map(String.init) ?? ""] ?? "application/octet-stream"
    }

    var bytes: [UInt8] {
        let timing = version.map { "Server-Timing: version;desc=\"\($0)\"\r\n" } ?? ""
        let head = """
            HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n\
            Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\(timing)Connection: close\r\n\r\n
            """
        return Array(head.utf8) + (hasBody ? body : [])
    }
}
