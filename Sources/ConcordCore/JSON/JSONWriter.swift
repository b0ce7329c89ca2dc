import ConcordNumbers

extension _Core {
    /// Writes a value as JSON, or as plain text or bytes.
    public struct JSONWriter: Sendable {
        /// The format of the output.
        enum Form: Sendable {
            case json
            /// Strings without quotes, and raw bytes.
            case plain
        }

        /// The output so far.
        public private(set) var bytes: [UInt8] = []
        let form: Form
        /// Whether the value is part of a request or a response. This affects `readOnly` and `writeOnly`.
        public let side: Side
        private var needsComma = false

        /// Creates a writer without output.
        public init(side: Side = .response) {
            self.init(side: side, form: .json)
        }

        /// Creates a writer with the expected size of its output in bytes.
        init(side: Side, form: Form, capacity: Int = 0) {
            self.side = side
            self.form = form
            bytes.reserveCapacity(capacity)
        }

        /// Begins an object.
        public mutating func beginObject() { open(UInt8(ascii: "{")) }

        /// Ends the current object.
        public mutating func endObject() { close(UInt8(ascii: "}")) }

        /// Begins an array.
        public mutating func beginArray() { open(UInt8(ascii: "[")) }

        /// Ends the current array.
        public mutating func endArray() { close(UInt8(ascii: "]")) }

        /// Writes the name of a property. Write its value next.
        public mutating func key(_ name: String) {
            var name = name
            name.withUTF8 { key($0) }
        }

        /// Writes the name of a declared property.
        @usableFromInline
        mutating func key(declared name: StaticString) {
            name.withUTF8Buffer { key($0) }
        }

        private mutating func key(_ name: UnsafeBufferPointer<UInt8>) {
            separate()
            quote(name)
            bytes.append(UInt8(ascii: ":"))
            needsComma = false
        }

        /// Writes a declared property, unless it has no value or doesn't belong to this side.
        @inlinable
        public mutating func property<C: Codec>(
            _ name: StaticString,
            _ value: C.Value?,
            _ codec: C,
            readOnly: Bool = false,
            writeOnly: Bool = false
        ) {
            guard let value, !(readOnly && side == .request), !(writeOnly && side == .response) else { return }
            key(declared: name)
            codec.write(value, to: &self)
        }

        /// Writes a property whose name is known only at run time, in the same way.
        @inlinable
        @_disfavoredOverload
        public mutating func property<C: Codec>(
            _ name: String,
            _ value: C.Value?,
            _ codec: C,
            readOnly: Bool = false,
            writeOnly: Bool = false
        ) {
            guard let value, !(readOnly && side == .request), !(writeOnly && side == .response) else { return }
            key(name)
            codec.write(value, to: &self)
        }

        /// Writes a string.
        public mutating func write(_ value: String) {
            separate()
            var value = value
            value.withUTF8 { if form == .plain { bytes.append(contentsOf: $0) } else { quote($0) } }
        }

        /// Writes a string that needs no escapes. The closure returns its number of bytes, which is at most `capacity`.
        mutating func write(plainText capacity: Int, _ text: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
            separate()
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity + 2) { buffer in
                buffer[0] = UInt8(ascii: "\"")
                let count = text(UnsafeMutableBufferPointer(rebasing: buffer[1...]))
                buffer[count + 1] = UInt8(ascii: "\"")
                let quoted = UnsafeBufferPointer(rebasing: buffer[...(count + 1)])
                bytes.append(contentsOf: form == .plain ? UnsafeBufferPointer(rebasing: quoted[1...count]) : quoted)
            }
        }

        /// Writes a boolean.
        public mutating func write(_ value: Bool) {
            write(verbatim: value ? "true" : "false")
        }

        /// Writes an integer.
        @inlinable
        public mutating func write<Integer: BinaryInteger>(_ value: Integer) {
            if let value = Int64(exactly: value) { write(digitsOf: value) } else { write(verbatim: String(value)) }
        }

        @usableFromInline
        mutating func write(digitsOf value: Int64) {
            separate()
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
                var (start, rest) = (20, value.magnitude)
                repeat {
                    start -= 1
                    buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                    rest /= 10
                } while rest > 0
                if value < 0 {
                    start -= 1
                    buffer[start] = UInt8(ascii: "-")
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
            }
        }

        /// Writes a number with the shortest exact representation. Infinities and NaN, which JSON doesn't support, are
        /// written as null.
        public mutating func write(_ value: Double) {
            if let whole = Int64(exactly: value), whole != 0, whole.magnitude < 1 << 53 {
                write(digitsOf: whole)
            } else if value.isFinite {
                write(verbatim: NumberGrammar.shortest(value.description))
            } else {
                writeNull()
            }
        }

        /// Writes a number with the shortest exact representation. Infinities and NaN, which JSON doesn't support, are
        /// written as null.
        public mutating func write(_ value: Float) {
            if value.isFinite { write(verbatim: NumberGrammar.shortest(value.description)) } else { writeNull() }
        }

        /// Writes `null`.
        public mutating func writeNull() { write(verbatim: "null") }

        /// Writes JSON text.
        @usableFromInline
        mutating func write(verbatim text: String) {
            separate()
            var text = text
            text.withUTF8 { bytes.append(contentsOf: $0) }
        }

        /// Writes raw bytes in the plain format.
        mutating func write(raw content: some Sequence<UInt8>) { bytes.append(contentsOf: content) }

        private mutating func open(_ bracket: UInt8) {
            separate()
            bytes.append(bracket)
            needsComma = false
        }

        private mutating func close(_ bracket: UInt8) {
            bytes.append(bracket)
            needsComma = true
        }

        private mutating func separate() {
            if needsComma { bytes.append(UInt8(ascii: ",")) }
            needsComma = true
        }

        private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
            bytes.append(UInt8(ascii: "\""))
            let end = StringGrammar.endOfPlainText(in: UnsafeRawBufferPointer(text), from: 0)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<end]))
            for byte in text[end...] { quote(byte) }
            bytes.append(UInt8(ascii: "\""))
        }

        private mutating func quote(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(byte >> 4 + 0x30)
                let low = byte & 0xF
                bytes.append(low < 10 ? low + 0x30 : low - 10 + UInt8(ascii: "a"))
            default: bytes.append(byte)
            }
        }
    }
}

extension _Core {
    /// The side of a value. Requests contain no `readOnly` properties, and responses contain no `writeOnly` properties.
    public enum Side: Sendable {
        case request, response
        /// The value is stored in a database with all its properties.
        case storage
    }
}
