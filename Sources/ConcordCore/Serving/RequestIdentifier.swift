extension _Core {
    /// The identifier of a request, chosen by the client or random.
    public enum RequestIdentifier {
        /// Returns the identifier that a client sent, if it is safe to write to logs: up to 128 letters, digits, `-`,
        /// `.`, `_`, `~`, `:`, `+`, `/` and `=`.
        package static func accepted(_ headers: HTTPFields) -> String? {
            guard let id = headers.requestIdentifier, (1...128).contains(id.utf8.count), id.utf8.allSatisfy(isAllowed)
            else {
                return nil
            }
            return id
        }

        private static func isAllowed(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: "-._~:+/=".utf8.contains(byte)
            }
        }

        /// Returns 32 random hexadecimal digits.
        public static func make() -> String {
            var numbers = SystemRandomNumberGenerator()
            let digits = Array("0123456789abcdef".utf8)
            var bits = (numbers.next(), numbers.next())
            return String(unsafeUninitializedCapacity: 32) { buffer in
                for index in 0..<16 {
                    buffer[index] = digits[Int(bits.0 & 15)]
                    buffer[index + 16] = digits[Int(bits.1 & 15)]
                    bits = (bits.0 >> 4, bits.1 >> 4)
                }
                return 32
            }
        }
    }
}
