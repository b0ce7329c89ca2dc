/// A URI reference, split into the parts that resolution needs (RFC 3986).
struct URIReference: Hashable {
    /// The part before `#`, as written.
    var resource: String
    /// The part after `#`, percent-decoded, or `nil` without `#`.
    var fragment: String?

    init(_ text: String) {
        guard let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) else {
            resource = text
            return
        }
        resource = String(text[..<hash])
        fragment = Self.percentDecoded(text[text.index(after: hash)...])
    }

    /// Whether the resource has a scheme or host, and is therefore not a file in the document's folder.
    var isRemote: Bool { Self.scheme(of: resource) != nil || resource.hasPrefix("//") }

    /// Whether the resource has a scheme, and therefore doesn't depend on a base URI.
    var hasScheme: Bool { Self.scheme(of: resource) != nil }

    private static func scheme(of text: String) -> Substring? {
        guard let colon = text.firstIndex(of: ":"), let first = text.utf8.first, isLetter(first) else { return nil }
        let scheme = text[..<colon]
        let isScheme = scheme.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
        return isScheme ? scheme : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    /// Returns the resource relative to a base URI or path.
    func resource(relativeTo base: String) -> String {
        if resource.isEmpty { return base }
        if isRemote { return resource }
        var authority = ""
        var path = base[...]
        if let scheme = Self.scheme(of: base) {
            let rest = base[base.index(after: scheme.endIndex)...]
            guard rest.hasPrefix("//") else { return resource }
            let end = rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex
            authority = scheme + ":" + rest[..<end]
            path = rest[end...]
        }
        if resource.hasPrefix("/") { return authority + Self.withoutDots(resource) }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? (authority.isEmpty ? "" : "/")
        return authority + Self.withoutDots(folder + resource)
    }

    /// Returns a path without `.` segments, and without `..` segments after a folder.
    static func withoutDots(_ path: some StringProtocol) -> String {
        var result: [Substring] = []
        let isAbsolute = path.hasPrefix("/")
        for part in String(path).split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part == "..", let last = result.last, last != ".." {
                result.removeLast()
            } else if part == "..", isAbsolute {
                continue
            } else {
                result.append(part)
            }
        }
        return (isAbsolute ? "/" : "") + result.joined(separator: "/")
    }

    static func percentDecoded(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
