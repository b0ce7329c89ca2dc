extension _Core.JSONReader {
    /// The name of a property in JSON text. It refers to the text, so it is valid only as long as the reader.
    public struct Key {
        @usableFromInline let bytes: UnsafeRawBufferPointer
        /// The name, if it isn't in the text as plain ASCII.
        @usableFromInline let decoded: String?

        /// The name.
        public var text: String { decoded ?? String(decoding: bytes, as: UTF8.self) }

        /// Returns whether a key is the name of a declared property, as a pattern of `switch`.
        @inlinable
        public static func ~= (name: StaticString, key: Key) -> Bool {
            if let decoded = key.decoded { return decoded == name.description }
            let count = key.bytes.count
            guard name.utf8CodeUnitCount == count else { return false }
            let name = UnsafeRawBufferPointer(start: name.utf8Start, count: count)
            var index = 0
            while index + 8 <= count {
                let word = key.bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word != name.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
                index += 8
            }
            while index < count {
                if key.bytes[index] != name[index] { return false }
                index += 1
            }
            return true
        }
    }
}
