import CConcordZlib
import ConcordCore

/// Decodes content in pieces of a limited size, regardless of the compression ratio.
final class Inflater {
    /// The maximum size of a piece.
    private static let pieceSize = 64 * 1024

    private let coding: ContentCoding
    // zlib refers to the stream by its address.
    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var position = 0
    /// Whether the content, or a member of it, is complete.
    private(set) var isComplete = false

    init(_ coding: ContentCoding) throws {
        self.coding = coding
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, coding.windowBits, ZLIB_VERSION, size) == Z_OK else { throw malformed }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    private var malformed: Problem { Problem(400, "The request body is not valid \(coding.rawValue).") }

    /// Adds encoded bytes. Call it only when ``next()`` has returned `nil`.
    func add(_ bytes: [UInt8]) {
        input = bytes
        position = 0
    }

    /// Returns the next piece, or `nil` if it needs more input.
    ///
    /// - Throws: A `Problem` with status 400 if the input is not valid.
    func next() throws -> [UInt8]? {
        while position < input.count {
            if isComplete {
                // A gzip file can have several members.
                guard coding == .gzip, inflateReset(stream) == Z_OK else { throw malformed }
                isComplete = false
            }
            let piece = try decode()
            if !piece.isEmpty { return piece }
        }
        return try isComplete ? nil : nonempty(decode())
    }

    private func nonempty(_ piece: [UInt8]) -> [UInt8]? { piece.isEmpty ? nil : piece }

    private func decode() throws -> [UInt8] {
        var status = Z_OK
        let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.pointee.next_in = input.baseAddress.map { $0 + position }
                stream.pointee.avail_in = UInt32(input.count - position)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                status = inflate(stream, Z_NO_FLUSH)
                position = input.count - Int(stream.pointee.avail_in)
                count = output.count - Int(stream.pointee.avail_out)
            }
        }
        if status == Z_STREAM_END { isComplete = true }
        // Z_BUF_ERROR asks for more input.
        guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) else { throw malformed }
        return piece
    }

    /// Checks that the content is complete.
    ///
    /// - Throws: A `Problem` with status 400 if it isn't.
    func finish() throws {
        guard isComplete else { throw malformed }
    }
}

/// Decoded content, piece by piece.
struct InflatedPieces<Base: AsyncSequence & Sendable>: AsyncSequence, Sendable where Base.Element == [UInt8] {
    let base: Base
    let coding: ContentCoding

    func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator(), coding: coding) }

    struct Iterator: AsyncIteratorProtocol {
        var base: Base.AsyncIterator
        let coding: ContentCoding
        private var inflater: Inflater?

        init(base: Base.AsyncIterator, coding: ContentCoding) {
            self.base = base
            self.coding = coding
        }

        mutating func next() async throws -> [UInt8]? {
            let inflater = try self.inflater ?? Inflater(coding)
            let isEmpty = self.inflater == nil
            self.inflater = inflater
            if let piece = try inflater.next() { return piece }
            var hasRead = !isEmpty
            while let bytes = try await base.next() {
                hasRead = true
                inflater.add(bytes)
                if let piece = try inflater.next() { return piece }
            }
            // A request without content has nothing to decode.
            if hasRead { try inflater.finish() }
            return nil
        }
    }
}
