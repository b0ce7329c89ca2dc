/// A body of raw bytes, such as an image or archive.
public struct Bytes: Hashable, Sendable {
    /// The bytes.
    public var content: [UInt8]

    /// Creates a body with bytes.
    public init(_ content: some Sequence<UInt8>) { self.content = Array(content) }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Bytes: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let file = json.readFile() else { return nil }
        content = file.content
    }

    public func write(to json: inout _Core.JSONWriter) {
        if json.form == .plain { json.write(raw: content) } else { json.write(Base64.encode(content)) }
    }

    public static var placeholder: Bytes? { Bytes([]) }
    public static var shape: _Core.WireShape { .bytes }
}

/// A part of a `multipart/form-data` body, with its bytes and the metadata that the client states.
public struct File: Hashable, Sendable {
    /// The bytes.
    public var content: [UInt8]
    /// The name that the client states. It isn't trustworthy: never use it as a path.
    public var name: String?
    /// The media type that the client states.
    public var contentType: MediaType?

    /// Creates a file.
    public init(content: [UInt8], name: String? = nil, contentType: MediaType? = nil) {
        self.content = content
        self.name = name
        self.contentType = contentType
    }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension File: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let file = json.readFile() else { return nil }
        self = file
    }

    public func write(to json: inout _Core.JSONWriter) { Bytes(content).write(to: &json) }
    public static var placeholder: File? { File(content: []) }
    public static var shape: _Core.WireShape { .bytes }
}
