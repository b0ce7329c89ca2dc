import Foundation

/// A part of a `multipart/form-data` body, with the metadata that the client provides.
///
/// If a part is larger than ``APIRequest/Limits/partMemory``, it is in a temporary file, which is removed with the last
/// copy of this value. ``chunks`` and ``write(to:)-(String)`` read it in constant memory.
public struct File: Sendable {
    /// The name that the client provides. Don't trust it, and never use it as a path.
    public var name: String?
    /// The media type that the client provides.
    public var contentType: MediaType?
    private var storage: PartContent

    /// Creates a file in memory.
    public init(content: [UInt8], name: String? = nil, contentType: MediaType? = nil) {
        self.init(.memory(content), name: name, contentType: contentType)
    }

    init(_ storage: PartContent, name: String?, contentType: MediaType?) {
        self.storage = storage
        self.name = name
        self.contentType = contentType
    }

    /// All bytes. Each access reads the bytes of a temporary file into memory.
    public var content: [UInt8] {
        get { (try? storage.bytes()) ?? [] }
        set { storage = .memory(newValue) }
    }

    /// The number of bytes.
    public var size: Int { storage.size }

    /// Whether the bytes are in a temporary file.
    public var isOnDisk: Bool {
        if case .file = storage { true } else { false }
    }

    /// The bytes in chunks, in order.
    public var chunks: Chunks { Chunks(storage: storage) }

    /// Writes the bytes to a file. An existing file is replaced.
    ///
    /// - Parameter path: The path of the file. Don't derive it from ``name``.
    /// - Throws: The error of the file system.
    public func write(to path: String) throws {
        let url = URL(fileURLWithPath: path)
        try Data().write(to: url)
        let handle = try FileHandle(forWritingTo: url)
        defer { try? handle.close() }
        var offset = 0
        while offset < size {
            let piece = try storage.piece(at: offset)
            if piece.isEmpty { break }
            try handle.write(contentsOf: piece)
            offset += piece.count
        }
    }

    /// The bytes of a file in chunks.
    public struct Chunks: AsyncSequence, Sendable {
        fileprivate let storage: PartContent

        /// Returns an iterator over the chunks.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(storage: storage) }

        /// An iterator over the chunks of a file.
        public struct AsyncIterator: AsyncIteratorProtocol {
            fileprivate let storage: PartContent
            private var offset = 0

            fileprivate init(storage: PartContent) { self.storage = storage }

            /// Returns the next chunk, or `nil` at the end of the file.
            public mutating func next() async throws -> [UInt8]? {
                guard offset < storage.size else { return nil }
                let piece = try storage.piece(at: offset)
                offset += piece.count
                return piece.isEmpty ? nil : piece
            }
        }
    }
}

extension File: Hashable {
    /// Returns whether two files have the same bytes and metadata.
    public static func == (left: File, right: File) -> Bool {
        left.name == right.name && left.contentType == right.contentType && left.size == right.size
            && left.content == right.content
    }

    /// Hashes the metadata and the size.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(contentType)
        hasher.combine(size)
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
