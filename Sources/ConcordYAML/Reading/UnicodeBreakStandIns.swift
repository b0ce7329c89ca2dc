/// Stand-ins for NEL, LINE SEPARATOR, and PARAGRAPH SEPARATOR, which are ordinary characters in YAML 1.2 but line
/// breaks in YAML 1.1 and in libyaml. In the bytes that libyaml reads, they are replaced with unused characters of the
/// same length, and each scalar is restored afterwards.
struct UnicodeBreakStandIns {
    private var pairs: [(original: [UInt8], standIn: [UInt8])] = []

    /// Replaces the characters, or returns `nil` if the text leaves no character unused.
    init?(replacingIn bytes: inout [UInt8]) {
        var usedThaana = Set<UInt8>()
        var usedPrivate = Set<UInt8>()
        for index in bytes.indices.dropLast() {
            if bytes[index] == 0xDE { usedThaana.insert(bytes[index + 1]) }
            if bytes[index] == 0xEE, bytes[index + 1] == 0x80, index + 2 < bytes.count {
                usedPrivate.insert(bytes[index + 2])
            }
        }
        let freeThaana = (0x80...0xBF).filter { !usedThaana.contains($0) }
        let freePrivate = (0x80...0xBF).filter { !usedPrivate.contains($0) }
        guard let nel = freeThaana.first, freePrivate.count >= 2 else { return nil }
        pairs = [
            ([0xC2, 0x85], [0xDE, nel]),
            ([0xE2, 0x80, 0xA8], [0xEE, 0x80, freePrivate[0]]),
            ([0xE2, 0x80, 0xA9], [0xEE, 0x80, freePrivate[1]]),
        ]
        for pair in pairs { Self.replace(pair.original, by: pair.standIn, in: &bytes) }
    }

    /// Returns the original text of a scalar.
    func restored(_ scalar: UnsafeRawBufferPointer) -> String {
        var bytes = Array(scalar)
        if bytes.contains(where: { $0 >= 0x80 }) {
            for pair in pairs { Self.replace(pair.standIn, by: pair.original, in: &bytes) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func replace(_ old: [UInt8], by new: [UInt8], in bytes: inout [UInt8]) {
        var index = 0
        while index + old.count <= bytes.count {
            if bytes[index] == old[0], bytes[index..<(index + old.count)].elementsEqual(old) {
                bytes.replaceSubrange(index..<(index + old.count), with: new)
                index += old.count
            } else {
                index += 1
            }
        }
    }
}
