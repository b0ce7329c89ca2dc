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

        init(side: Side, form: Form) {
            self.side = side
            self.form = form
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
            separate()
            quote(name)
            bytes.append(UInt8(ascii: ":"))
            needsComma = false
        }

        /// Writes a property, unless it has no value or doesn't belong to this side.
        @inlinable
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
            if form == .plain { bytes.append(contentsOf: value.utf8) } else { quote(value) }
        }

        /// Writes a boolean.
        public mutating func write(_ value: Bool) {
            write(verbatim: value ? "true" : "false")
        }

        /// Writes an integer.
        public mutating func write(_ value: some BinaryInteger) { write(verbatim: String(value)) }

        /// Writes a number with the shortest exact representation. Infinities and NaN, which JSON doesn't support, are
        /// written as null.
        public mutating func write(_ value: Double) {
            if let whole = Int32(exactly: value), whole != 0 {
                write(verbatim: String(whole))
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
        mutating func write(verbatim text: String) {
            separate()
            bytes.append(contentsOf: text.utf8)
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

        private mutating func quote(_ text: String) {
            bytes.append(UInt8(ascii: "\""))
            var text = text
            text.withUTF8 { utf8 in
                if utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                    bytes.append(contentsOf: utf8)
                } else {
                    for byte in utf8 { quote(byte) }
                }
            }
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
