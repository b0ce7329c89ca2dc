extension APIRequest {
    /// The content of a request, which is collected when it is needed, or read in chunks as it arrives.
    ///
    /// ``bytes()`` keeps the collected bytes, so an operation can verify a signature of the bytes from which its
    /// `@Body` was decoded. Iterating over a body that hasn't been collected streams the content in constant memory.
    /// Streamed content can't be read again.
    public struct Body: AsyncSequence, Sendable {
        /// The default maximum size of a body in bytes: 16 MiB.
        public static let defaultLimit = 16 * 1024 * 1024

        private let storage: Storage

        /// Creates a body from bytes.
        public init(_ bytes: [UInt8]) {
            storage = Storage(collected: bytes)
        }

        /// Creates a body from chunks that arrive asynchronously.
        ///
        /// - Parameters:
        ///   - pieces: The chunks, which can be iterated over once.
        ///   - limit: The maximum size of the body in bytes.
        public init<Pieces: AsyncSequence & Sendable>(
            _ pieces: Pieces,
            limit: Int = Body.defaultLimit
        ) where Pieces.Element == [UInt8] {
            storage = Storage(limit: limit) {
                var iterator = pieces.makeAsyncIterator()
                return AsyncIterator { try await iterator.next() }
            }
        }

        /// Returns all bytes of the body.
        ///
        /// - Throws: A ``Problem`` with status 413 if the body exceeds the limit, or the error that ended the transfer.
        public func bytes() async throws -> [UInt8] { try await storage.bytes() }

        /// Returns an iterator over the chunks of the body, in the order in which they arrive.
        ///
        /// The iterator throws a ``Problem`` with status 413 once the body exceeds the limit.
        public func makeAsyncIterator() -> AsyncIterator { storage.makeIterator() }
    }
}

extension APIRequest.Body {
    /// An iterator over the chunks of a body.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let read: () async throws -> [UInt8]?

        init(_ read: @escaping () async throws -> [UInt8]?) { self.read = read }

        /// Returns the next chunk, or `nil` at the end of the body.
        public mutating func next() async throws -> [UInt8]? { try await read() }
    }

    /// The error for reading a body again after its chunks have been streamed.
    struct AlreadyRead: Error, CustomStringConvertible {
        var description: String { "the request body was streamed, and can't be read again" }
    }

    /// The storage that all copies of a body share, so that the collected bytes are available to each of them.
    private actor Storage {
        private var collected: [UInt8]?
        /// Whether the chunks are being read, or have been.
        private var isStarted = false
        private let limit: Int
        private let pieces: @Sendable () -> AsyncIterator

        init(collected: [UInt8]) {
            self.collected = collected
            limit = .max
            pieces = { AsyncIterator { nil } }
        }

        init(limit: Int, pieces: @escaping @Sendable () -> AsyncIterator) {
            self.limit = limit
            self.pieces = pieces
        }

        func bytes() async throws -> [UInt8] {
            if let collected { return collected }
            var bytes: [UInt8] = []
            try start()
            var iterator = limited()
            while let piece = try await iterator.next() { bytes.append(contentsOf: piece) }
            collected = bytes
            return bytes
        }

        nonisolated func makeIterator() -> AsyncIterator {
            var rest: AsyncIterator?
            return AsyncIterator { [self] in
                if rest == nil {
                    if let bytes = await collected {
                        rest = AsyncIterator { nil }
                        return bytes.isEmpty ? nil : bytes
                    }
                    try await start()
                    rest = limited()
                }
                return try await rest?.next()
            }
        }

        /// Allows one iterator over the chunks.
        ///
        /// - Throws: ``AlreadyRead`` if the chunks have been read before.
        private func start() throws {
            guard !isStarted else { throw AlreadyRead() }
            isStarted = true
        }

        /// Returns an iterator that throws when the limit is exceeded.
        private nonisolated func limited() -> AsyncIterator {
            var iterator = pieces()
            var count = 0
            return AsyncIterator { [limit] in
                guard let piece = try await iterator.next() else { return nil }
                count += piece.count
                guard count <= limit else {
                    throw Problem(413, "The request body is larger than \(limit) bytes.")
                }
                return piece
            }
        }
    }
}
