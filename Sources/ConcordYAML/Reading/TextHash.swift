/// A fast hash of short strings. Its random seed differs in each process, so no file can provoke collisions.
struct TextHash {
    private let seed = UInt64.random(in: .min ... .max)

    @inline(__always)
    func callAsFunction(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        var index = 0
        while index + 8 <= bytes.count {
            hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var tail: UInt64 = 0
        while index < bytes.count {
            tail = tail << 8 | UInt64(bytes[index])
            index += 1
        }
        return mix(hash ^ tail)
    }

    @inline(__always)
    private func mix(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}

/// A pool of strings that are too long for inline storage in `String` and that documents repeat
/// (`additionalProperties`, `#/components/schemas/…`). Each string is allocated once while it remains in its slot.
struct TextPool {
    private static let slotCount = 2048
    /// The lengths of pooled strings. Longer ones are rarely repeated.
    private static let lengths = 16...64
    private var slots = [String](repeating: "", count: slotCount)

    @inline(__always)
    mutating func text(_ bytes: UnsafeRawBufferPointer, hash: TextHash) -> String {
        guard Self.lengths.contains(bytes.count) else { return String(decoding: bytes, as: UTF8.self) }
        return text(bytes, hash: hash(bytes))
    }

    @inline(__always)
    mutating func text(_ bytes: UnsafeRawBufferPointer, hash: UInt64) -> String {
        guard Self.lengths.contains(bytes.count) else { return String(decoding: bytes, as: UTF8.self) }
        return pooledText(bytes, slot: Int(truncatingIfNeeded: hash >> 32) & (Self.slotCount - 1))
    }

    private mutating func pooledText(_ bytes: UnsafeRawBufferPointer, slot: Int) -> String {
        let isKnown =
            slots[slot].utf8.withContiguousStorageIfAvailable { known in
                known.count == bytes.count && UnsafeRawBufferPointer(known).elementsEqual(bytes)
            } ?? false
        if !isKnown { slots[slot] = String(decoding: bytes, as: UTF8.self) }
        return slots[slot]
    }
}
