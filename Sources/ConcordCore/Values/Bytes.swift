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
