extension APIRequest {
    /// The content of a request: collected on demand, or read piece by piece as it arrives.
    ///
    /// ``bytes()`` keeps what it collects, so an operation can verify a signature over the bytes that its `@Body` was
    /// decoded from. Iterating over the body before anything has collected it streams the content in constant memory;
    /// what has been streamed is gone.
    public struct Body: AsyncSequence, Sendable {
        /// The greatest number of bytes that a body may have unless the server is configured otherwise: 16 MiB.
        public static let defaultLimit = 16 * 1024 * 1024

        private let storage: Storage

        /// Creates a body from bytes that are at hand.
        public init(_ bytes: [UInt8]) {
            storage = Storage(collected: bytes)
        }

        /// Creates a body from pieces that arrive one after the other.
        ///
        /// - Parameters:
        ///   - pieces: The pieces, which can be read once.
        ///   - limit: The greatest number of bytes that the body may have.
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
        /// - Throws: A ``Problem`` of status 413 if the body is larger than the server allows, or the error that ended
        ///   the transfer.
        public func bytes() async throws -> [UInt8] { try await storage.bytes() }

        /// Returns an iterator over the pieces of the body, in the order in which they arrive.
        ///
        /// The iterator throws a ``Problem`` of status 413 once the body turns out larger than the server allows.
        public func makeAsyncIterator() -> AsyncIterator { storage.makeIterator() }
    }
}

extension APIRequest.Body {
    /// Iterates over the pieces of a body.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let read: () async throws -> [UInt8]?

        init(_ read: @escaping () async throws -> [UInt8]?) { self.read = read }

        /// Returns the next piece; `nil` at the end of the body.
        public mutating func next() async throws -> [UInt8]? { try await read() }
    }

    /// What all copies of a body share: once collected, the bytes are there for each of them.
    private actor Storage {
        private var collected: [UInt8]?
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
                    rest = limited()
                }
                return try await rest?.next()
            }
        }

        /// The pieces, until there are more bytes than allowed.
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
