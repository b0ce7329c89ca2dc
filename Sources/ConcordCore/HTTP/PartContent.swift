/// The bytes of a part of a multipart body: in memory, or in a file if they exceed a limit.
enum PartContent: Sendable {
    case memory([UInt8])
    case file(TemporaryFile, size: Int)

    /// The maximum number of bytes in a read operation.
    static let pieceSize = 64 * 1024

    var size: Int {
        switch self {
        case .memory(let bytes): bytes.count
        case .file(_, let size): size
        }
    }

    /// Appends bytes. If the number of bytes exceeds the limit, they are stored in a file in a folder.
    mutating func append(_ bytes: ArraySlice<UInt8>, limit: Int, folder: String) throws {
        switch self {
        case .memory(var content):
            // Taken out first, so that the array grows in place.
            self = .memory([])
            content.append(contentsOf: bytes)
            guard content.count > limit else {
                self = .memory(content)
                return
            }
            let file = try TemporaryFile(in: folder)
            try file.write(content[...], at: 0)
            self = .file(file, size: content.count)
        case .file(let file, let size):
            try file.write(bytes, at: size)
            self = .file(file, size: size + bytes.count)
        }
    }

    /// Returns the bytes at an offset, or an empty array at the end.
    func piece(at offset: Int) throws -> [UInt8] {
        switch self {
        case .memory(let bytes): Array(bytes.dropFirst(offset).prefix(Self.pieceSize))
        case .file(let file, let size): try file.read(at: offset, count: min(Self.pieceSize, size - offset))
        }
    }

    /// All bytes.
    func bytes() throws -> [UInt8] {
        if case .memory(let bytes) = self { return bytes }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        while bytes.count < size {
            let piece = try piece(at: bytes.count)
            if piece.isEmpty { break }
            bytes.append(contentsOf: piece)
        }
        return bytes
    }
}
