import ConcordNumbers

extension _Core {
    /// Reads a value from JSON text, and collects all errors in it.
    ///
    /// Each read consumes a whole value, valid or not, so that the next read finds the next value. Only a syntax error
    /// stops the reader: `isBroken` is then true, and every read returns `nil` without a report.
    public struct JSONReader: ~Copyable {
        /// The format of the text.
        package enum Form {
            case json
            /// A form or a parameter. Every scalar is a string, and numbers and booleans are parsed from strings.
            case text
        }

        /// The kinds of values.
        enum Kind: String {
            case object = "an object"
            case array = "an array"
            case string = "a string"
            case number = "a number"
            case bool = "a boolean"
            case null = "null"
            /// A file of a multipart body.
            case file = "a file"
        }

        /// The errors found so far.
        public internal(set) var issues: Issues
        /// Whether a syntax error stopped the reader.
        public private(set) var isBroken = false
        /// Whether the value is part of a request or a response. This affects `readOnly` and `writeOnly`.
        public let side: Side
        let form: Form

        private let bytes: UnsafeRawBufferPointer
        private let files: [File]
        /// The offset of the next byte. Pass it to `rewind(to:)`.
        public private(set) var position = 0
        private var depth = 0
        /// The maximum nesting depth, which limits stack use.
        private let nesting: Int
        private var rescanned = 0

        init(
            _ bytes: UnsafeRawBufferPointer, form: Form, files: [File], side: Side, nesting: Int, issues: Issues
        ) {
            self.bytes = bytes
            self.nesting = nesting
            self.form = form
            self.files = files
            self.side = side
            self.issues = issues
        }

        /// Reads text that consists of one value.
        ///
        /// The result can have a value even if there are issues. It is valid only if `issues` is empty.
        public static func read<C: Codec>(
            _ bytes: [UInt8],
            _ codec: C,
            rules: Rules? = nil,
            side: Side = .request,
            issues: inout Issues
        ) -> C.Value? {
            read(bytes, codec, rules: rules, form: .json, files: [], side: side, issues: &issues)
        }

        static func read<C: Codec>(
            _ bytes: [UInt8],
            _ codec: C,
            rules: Rules?,
            form: Form,
            files: [File],
            side: Side,
            nesting: Int = APIRequest.Limits().nesting,
            issues: inout Issues
        ) -> C.Value? {
            bytes.withUnsafeBytes { buffer in
                var reader = JSONReader(
                    buffer, form: form, files: files, side: side, nesting: nesting, issues: issues)
                let value = codec.read(&reader)
                if let value, let rules { codec.check(value, rules, &reader.issues) }
                reader.expectEnd()
                issues = reader.issues
                return value
            }
        }

        /// Reports an error of the current value.
        public mutating func report(_ message: String, keyword: String? = nil) {
            if !isBroken { issues.report(message, keyword: keyword) }
        }

        /// Moves back to read a value again.
        ///
        /// The total amount of repeated reading is limited, because nested alternatives could otherwise take
        /// exponential time.
        public mutating func rewind(to start: Int) {
            rescanned += position - start
            if rescanned > 1_000_000 + 100 * bytes.count { breakOff("has too many nested alternatives") }
            if !isBroken { position = start }
        }

        // MARK: Objects

        /// The state of reading an object.
        public struct ObjectCursor {
            /// The number of properties read so far.
            public internal(set) var count = 0
        }

        /// Starts reading an object. Reports and consumes any other value.
        public mutating func beginObject() -> ObjectCursor? {
            guard expect(.object), descend() else { return nil }
            position += 1
            return ObjectCursor()
        }

        /// Returns the name of the next property, or `nil` at the end of the object. The value follows.
        public mutating func nextKey(_ object: inout ObjectCursor) -> Key? {
            guard !isBroken else { return nil }
            skipSpace()
            if take(UInt8(ascii: "}")) {
                depth -= 1
                return nil
            }
            if object.count > 0, !take(UInt8(ascii: ",")) { return syntaxError("expected ',' or '}'") }
            object.count += 1
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { return syntaxError("expected a string as key") }
            guard let key = scanKey() else { return nil }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { return syntaxError("expected ':'") }
            return key
        }

        /// Skips the value of an undeclared property.
        public mutating func ignore(_ key: Key) { skipValue() }

        /// Reports and skips the value of a property that is not allowed.
        public mutating func refuse(_ key: Key) {
            issues.path.append(.key(key.text))
            report("is not allowed here", keyword: "additionalProperties")
            issues.path.removeLast()
            skipValue()
        }

        /// Returns the value of the discriminator property of the next object, without consuming the object.
        ///
        /// If the property is missing or not one of `names`, reports it, consumes the object and returns `nil`.
        public mutating func discriminator(_ property: String, _ names: [String]) -> String? {
            let start = position
            guard var object = beginObject() else { return nil }
            var isGiven = false
            var found: String?
            while let key = nextKey(&object) {
                if key.text == property, !isGiven {
                    isGiven = true
                    found = skipValueReadingString()
                } else {
                    skipValue()
                }
            }
            if isBroken { return nil }
            if let found, names.contains(found) {
                rewind(to: start)
                return isBroken ? nil : found
            }
            issues.path.append(.key(property))
            report(
                isGiven ? "must be \(list(names.map { "'\($0)'" }))" : "is required",
                keyword: isGiven ? "enum" : "required")
            issues.path.removeLast()
            return nil
        }

        private mutating func skipValueReadingString() -> String? {
            if kind == .string { return scanString() }
            skipValue()
            return nil
        }

        // MARK: Arrays

        /// Starts reading an array. Reports and consumes any other value.
        ///
        /// In a form, a single value is an array with one element.
        @usableFromInline
        mutating func beginArray() -> Bool {
            guard expect(.array), descend() else { return false }
            position += 1
            return true
        }

        /// Returns whether an element follows. `index` is the number of elements read so far.
        @usableFromInline
        mutating func nextElement(_ index: Int) -> Bool {
            guard !isBroken else { return false }
            skipSpace()
            if take(UInt8(ascii: "]")) {
                depth -= 1
                return false
            }
            if index > 0, !take(UInt8(ascii: ",")) {
                let _: Never? = syntaxError("expected ',' or ']'")
                return false
            }
            return true
        }

        // MARK: Scalars

        /// Reads a string. Reports and consumes any other value.
        public mutating func readString() -> String? {
            if form == .text, kind == .file { return readFile().flatMap { text(of: $0) } }
            return expect(.string) ? scanString() : nil
        }

        /// Reads a string as a value that has a format. Reports the requirement if it isn't one.
        mutating func readText<Value>(
            _ requirement: @autoclosure () -> String, keyword: String, _ value: (UnsafeBufferPointer<UInt8>) -> Value?
        ) -> Value? {
            let found: Value?
            if form == .json, kind == .string, let range = endOfPlainString.map({ position + 1..<$0 }) {
                position = range.upperBound + 1
                found = value(UnsafeRawBufferPointer(rebasing: bytes[range]).assumingMemoryBound(to: UInt8.self))
            } else {
                guard var text = readString() else { return nil }
                found = text.withUTF8(value)
            }
            if found == nil { report(requirement(), keyword: keyword) }
            return found
        }

        private mutating func text(of file: File) -> String? {
            guard !file.isOnDisk else {
                report("has \(file.size) bytes, too many for text", keyword: "maxLength")
                return nil
            }
            let text = String(validating: file.content, as: UTF8.self)
            if text == nil { report("must be a string in UTF-8") }
            return text
        }

        /// Reads a boolean. Reports and consumes any other value.
        public mutating func readBool() -> Bool? {
            if form == .text, kind == .string {
                switch scanString() {
                case "true": return true
                case "false": return false
                default:
                    report("must be a boolean", keyword: "type")
                    return nil
                }
            }
            guard expect(.bool) else { return nil }
            let value = peek == UInt8(ascii: "t")
            return scan(word: value ? "true" : "false") ? value : nil
        }

        /// Consumes null, and returns whether the value was null.
        public mutating func readNull() -> Bool {
            kind == .null && scan(word: "null")
        }

        /// Reads an exact number. Reports and consumes any other value.
        public mutating func readNumber() -> Number? {
            if form == .text, kind == .string {
                guard let text = scanString() else { return nil }
                let number = Number(text)
                if number == nil { report("must be a number", keyword: "type") }
                return number
            }
            guard expect(.number), let range = scanNumber() else { return nil }
            return Number(unchecked: String(decoding: bytes[range], as: UTF8.self))
        }

        /// Reads an integer that fits into the type. Reports and consumes any other value.
        @inlinable
        public mutating func readInteger<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer? {
            let range = Int64(clamping: Integer.min)...Int64(clamping: Integer.max)
            return readShortInteger(range).map { Integer(truncatingIfNeeded: $0) } ?? readAnyInteger(type)
        }

        /// Reads an integer with at most 18 digits in JSON. Consumes no other value, and returns `nil`.
        @usableFromInline
        mutating func readShortInteger(_ range: ClosedRange<Int64>) -> Int64? {
            guard form == .json, !isBroken else { return nil }
            skipSpace()
            let start = position
            guard let end = NumberGrammar.end(in: bytes, from: start), let value: Int64 = shortInteger(start..<end),
                range.contains(value)
            else { return nil }
            position = end
            return value
        }

        @usableFromInline
        mutating func readAnyInteger<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer? {
            if form == .text, kind == .string {
                guard let text = scanString() else { return nil }
                guard let number = Number(text) else {
                    reportNonInteger()
                    return nil
                }
                return integer(number)
            }
            guard expect(.number, "an integer"), let range = scanNumber() else { return nil }
            return shortInteger(range) ?? integer(Number(unchecked: String(decoding: bytes[range], as: UTF8.self)))
        }

        /// Reads a floating-point number. Reports and consumes any other value.
        public mutating func readDouble() -> Double? {
            if form == .json, kind == .number {
                guard let range = scanNumber() else { return nil }
                if let short = NumberGrammar.shortDouble(in: bytes, range) { return short }
                return finite(Number(unchecked: String(decoding: bytes[range], as: UTF8.self)))
            }
            return readNumber().flatMap { finite($0) }
        }

        private mutating func finite(_ number: Number) -> Double? {
            let value = number.double
            if value.isFinite { return value }
            reportRange(of: Double.self)
            return nil
        }

        /// Reports that a number exceeds the range of a type.
        mutating func reportRange<Value: BinaryFloatingPoint>(of type: Value.Type) {
            let greatest = type.greatestFiniteMagnitude
            report("must be between -\(greatest) and \(greatest)", keyword: "format")
        }

        /// Reports that a number has a fraction, or that a string is not a number, where an integer is required.
        mutating func reportNonInteger() { report("must be an integer", keyword: "type") }

        private mutating func integer<Integer: FixedWidthInteger>(_ number: Number) -> Integer? {
            if let value = number.exactly(Integer.self) { return value }
            if ExactDecimal(number.text).exponent < 0 {
                reportNonInteger()
            } else {
                report("must be between \(Integer.min) and \(Integer.max)", keyword: "format")
            }
            return nil
        }

        /// Returns the value of digits without creating a string.
        private func shortInteger<Integer: FixedWidthInteger>(
            _ range: Range<Int>,
            _ type: Integer.Type = Integer.self
        ) -> Integer? {
            var index = range.lowerBound
            let isNegative = bytes[index] == UInt8(ascii: "-")
            if isNegative { index += 1 }
            guard range.upperBound - index <= 18 else { return nil }
            var value: Int64 = 0
            while index < range.upperBound {
                guard bytes[index].isDigit else { return nil }
                value = value * 10 + Int64(bytes[index] - 0x30)
                index += 1
            }
            return Integer(exactly: isNegative ? -value : value)
        }

        /// Reads a file of a multipart body, or a binary body.
        mutating func readFile() -> File? {
            guard kind == .file else {
                if form == .text, kind == .string { return scanString().map { File(content: Array($0.utf8)) } }
                return readBase64().map { File(content: $0) }
            }
            position += 1
            guard let range = scanNumber(), let index: Int = shortInteger(range), files.indices.contains(index) else {
                return syntaxError("expected a file")
            }
            return files[index]
        }

        /// Reads bytes from a Base64 string.
        mutating func readBase64() -> [UInt8]? {
            guard let text = readString() else { return nil }
            let content = Base64.decode(text)
            if content == nil { report("must be base64", keyword: "contentEncoding") }
            return content
        }

        // MARK: Any value

        /// Returns the kind of the next value. Reports if there is none and returns `nil`.
        var kind: Kind? {
            mutating get {
                guard !isBroken else { return nil }
                skipSpace()
                switch peek {
                case UInt8(ascii: "{"): return .object
                case UInt8(ascii: "["): return .array
                case UInt8(ascii: "\""): return .string
                case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
                case UInt8(ascii: "n"): return .null
                case UInt8(ascii: "-"): return .number
                case let byte? where byte.isDigit: return .number
                case UInt8(ascii: "@") where form == .text: return .file
                default: return syntaxError("expected a value")
                }
            }
        }

        /// Returns whether the next value has a kind. Reports and consumes any other value.
        mutating func expect(_ wanted: Kind, _ description: String? = nil) -> Bool {
            guard let kind else { return false }
            if kind == wanted { return true }
            report("must be \(description ?? wanted.rawValue), not \(kind.rawValue)", keyword: "type")
            skipValue()
            return false
        }

        /// Consumes a value of any kind.
        public mutating func skipValue() {
            switch kind {
            case .object:
                guard var object = beginObject() else { return }
                while nextKey(&object) != nil { skipValue() }
            case .array:
                guard beginArray() else { return }
                var index = 0
                while nextElement(index) {
                    skipValue()
                    index += 1
                }
            case .string: _ = scanString()
            case .number: _ = scanNumber()
            case .bool: _ = scan(word: peek == UInt8(ascii: "t") ? "true" : "false")
            case .null: _ = scan(word: "null")
            case .file: _ = readFile()
            case nil: break
            }
        }

        // MARK: Bytes

        private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard peek == byte else { return false }
            position += 1
            return true
        }

        private mutating func skipSpace() {
            while position < bytes.count {
                switch bytes[position] {
                case 0x20, 0x0A, 0x0D, 0x09: position += 1
                default: return
                }
            }
        }

        private mutating func descend() -> Bool {
            depth += 1
            if depth > nesting {
                breakOff("is nested more than \(nesting) levels deep")
                return false
            }
            return true
        }

        private mutating func expectEnd() {
            guard !isBroken else { return }
            skipSpace()
            if position < bytes.count { let _: Never? = syntaxError("expected the end of the text") }
        }

        private mutating func scan(word: StaticString) -> Bool {
            let end = position + word.utf8CodeUnitCount
            let isThere =
                end <= bytes.count
                && word.withUTF8Buffer { $0.elementsEqual(bytes[position..<end]) }
            if isThere { position = end } else { let _: Never? = syntaxError("expected a value") }
            return isThere
        }

        private mutating func scanNumber() -> Range<Int>? {
            let start = position
            guard let end = NumberGrammar.end(in: bytes, from: start) else { return syntaxError("expected a number") }
            position = end
            return start..<end
        }

        /// Reads the string at an opening quote.
        private mutating func scanString() -> String? {
            let start = position + 1
            guard let end = endOfPlainString else { return scanEscapedString() }
            position = end + 1
            let text = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            // Validation takes several times as long.
            if StringGrammar.isASCII(text) {
                return String(decoding: text.assumingMemoryBound(to: UInt8.self), as: UTF8.self)
            }
            return String(validating: text, as: UTF8.self) ?? syntaxError("expected UTF-8", at: start)
        }

        /// Reads the key at an opening quote.
        private mutating func scanKey() -> Key? {
            let start = position + 1
            var end = start
            while end < bytes.count, (0x20..<0x80).contains(bytes[end]), bytes[end] != UInt8(ascii: "\\") {
                if bytes[end] == UInt8(ascii: "\"") {
                    position = end + 1
                    return Key(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), decoded: nil)
                }
                end += 1
            }
            guard let decoded = scanString() else { return nil }
            return Key(bytes: UnsafeRawBufferPointer(start: nil, count: 0), decoded: decoded)
        }

        /// The offset of the closing quote of a string without escapes, whose opening quote is the next byte.
        private var endOfPlainString: Int? {
            let end = StringGrammar.endOfPlainText(in: bytes, from: position + 1)
            return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end : nil
        }

        private mutating func scanEscapedString() -> String? {
            let start = position + 1
            var content: [UInt8] = []
            position = start
            while let byte = peek {
                position += 1
                switch byte {
                case UInt8(ascii: "\""):
                    return String(validating: content, as: UTF8.self) ?? syntaxError("expected UTF-8", at: start)
                case UInt8(ascii: "\\"):
                    guard let scalar = scanEscape() else { return nil }
                    content.append(contentsOf: String(scalar).utf8)
                case 0..<0x20:
                    return syntaxError("expected an escape instead of a control character", at: position - 1)
                default: content.append(byte)
                }
            }
            return syntaxError("expected '\"' at the end of the string")
        }

        private mutating func scanEscape() -> Unicode.Scalar? {
            defer { position += isBroken ? 0 : 1 }
            switch peek {
            case UInt8(ascii: "\""): return "\""
            case UInt8(ascii: "\\"): return "\\"
            case UInt8(ascii: "/"): return "/"
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{C}"
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "u"): return scanUnicodeEscape()
            default: return syntaxError("expected an escape such as '\\n'")
            }
        }

        /// Reads a `\u` escape or a surrogate pair, and leaves the position on the last digit.
        private mutating func scanUnicodeEscape() -> Unicode.Scalar? {
            guard let first = hexadecimal(at: position + 1) else {
                return syntaxError("expected four hexadecimal digits")
            }
            position += 4
            if let scalar = Unicode.Scalar(first) { return scalar }
            if (0xD800..<0xDC00).contains(first), position + 2 < bytes.count, bytes[position + 1] == UInt8(ascii: "\\"),
                bytes[position + 2] == UInt8(ascii: "u"), let second = hexadecimal(at: position + 3),
                (0xDC00..<0xE000).contains(second)
            {
                position += 6
                return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            }
            return syntaxError("expected a surrogate pair")
        }

        private func hexadecimal(at start: Int) -> UInt32? {
            guard start + 4 <= bytes.count else { return nil }
            var value: UInt32 = 0
            for byte in bytes[start..<start + 4] {
                guard let digit = byte.hexadecimalValue else { return nil }
                value = value << 4 | UInt32(digit)
            }
            return value
        }

        // MARK: Syntax errors

        /// Reports a syntax error. Always returns `nil`, so that any read can return it.
        private mutating func syntaxError<Value>(_ expectation: String, at offset: Int? = nil) -> Value? {
            let before = bytes[..<min(offset ?? position, bytes.count)]
            let line = before.count { $0 == 0x0A } + 1
            let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
            let what = form == .json ? "is not valid JSON" : "can't be read"
            breakOff("\(what): \(expectation) at line \(line), column \(column)")
            return nil
        }

        private mutating func breakOff(_ message: String) {
            guard !isBroken else { return }
            issues.path = []
            issues.report(message)
            isBroken = true
        }
    }
}

/// `a`, `a or b`, `a, b or c`.
func list(_ words: [String], _ conjunction: String = "or") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
