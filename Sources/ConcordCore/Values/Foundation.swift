// The protocol documents its members.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import ConcordNumbers

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// The types of Foundation that can be encoded.

extension UUID: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let value = json.readText("must be a UUID", keyword: "format", { UUID(text: $0) }) else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) {
        json.write(plainText: Self.textCapacity) { writeLowercased(to: $0) }
    }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {
        rules.check(lowercasedText, &issues)
    }
    public static var placeholder: UUID? { UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }
    public static var shape: _Core.WireShape { .scalar }
}

extension UUID {
    /// The number of bytes of a UUID as text.
    fileprivate static let textCapacity = 36

    /// The text in lowercase, as in JSON and databases.
    package var lowercasedText: String {
        String(unsafeUninitializedCapacity: Self.textCapacity) { writeLowercased(to: $0) }
    }

    /// Writes the text in lowercase. Returns the number of bytes.
    fileprivate func writeLowercased(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        withUnsafeBytes(of: uuid) { bytes in
            var end = 0
            func write(_ digit: UInt8) {
                buffer[end] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
                end += 1
            }
            for (index, byte) in bytes.enumerated() {
                if Self.followsHyphen(index) {
                    buffer[end] = UInt8(ascii: "-")
                    end += 1
                }
                write(byte >> 4)
                write(byte & 0xF)
            }
            return end
        }
    }

    /// Whether a hyphen is before the digits of the byte at an index.
    private static func followsHyphen(_ index: Int) -> Bool { index == 4 || index == 6 || index == 8 || index == 10 }

    /// Creates a UUID from its text, or returns `nil` if the text isn't one.
    fileprivate init?(text: UnsafeBufferPointer<UInt8>) {
        guard text.count == Self.textCapacity else { return nil }
        var uuid: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let isValid = withUnsafeMutableBytes(of: &uuid) { bytes in
            var position = 0
            for index in bytes.indices {
                if Self.followsHyphen(index) {
                    guard text[position] == UInt8(ascii: "-") else { return false }
                    position += 1
                }
                guard let high = text[position].hexadecimalValue, let low = text[position + 1].hexadecimalValue else {
                    return false
                }
                bytes[index] = high << 4 | low
                position += 2
            }
            return true
        }
        guard isValid else { return nil }
        self.init(uuid: uuid)
    }
}

extension URL: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        // A string with the format `uri` is absolute (RFC 3986, section 4.3).
        guard let value = URL(string: text), value.scheme != nil else {
            json.report("must be a URI", keyword: "format")
            return nil
        }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(absoluteString) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(absoluteString, &issues) }
    public static var shape: _Core.WireShape { .scalar }
}

extension Data: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let bytes = json.readBase64() else { return nil }
        self = Data(bytes)
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(base64EncodedString()) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {
        rules.check(base64EncodedString(), &issues)
    }
    public static var placeholder: Data? { Data() }
    public static var shape: _Core.WireShape { .scalar }
}

/// In JSON, a decimal is a string, such as `"12.50"`, so JSON parsers can't round it.
extension Decimal: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        guard Self.isDecimal(text), let value = Decimal(string: text) else {
            json.report("must be a decimal number in a string, such as 12.50", keyword: "pattern")
            return nil
        }
        self = value
    }

    /// Returns whether a string is a number that a decimal stores exactly, with at most 20 integer digits and 18
    /// decimal places.
    ///
    /// The pattern in the document is equivalent.
    private static func isDecimal(_ text: String) -> Bool {
        var digits = text.utf8[...]
        if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
        let whole = digits.prefix(while: \.isDigit)
        digits = digits.dropFirst(whole.count)
        guard (1...20).contains(whole.count) else { return false }
        if digits.isEmpty { return true }
        guard digits.first == UInt8(ascii: ".") else { return false }
        let fraction = digits.dropFirst()
        return (1...18).contains(fraction.count) && fraction.allSatisfy(\.isDigit)
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(description) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.checkNumber(description, &issues) }
    public static var placeholder: Decimal? { 0 }
    public static var shape: _Core.WireShape { .scalar }
}

/// In JSON, a date is a `date-time` string (RFC 3339): `2026-03-01T12:30:00Z`.
extension Date: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        let requirement = "must be a date and time such as 2026-03-01T12:30:00Z"
        guard let value = json.readText(requirement, keyword: "format", { Date(rfc3339: $0) }) else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) {
        json.write(plainText: Self.textCapacity) { writeRFC3339(to: $0) }
    }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(rfc3339, &issues) }
    public static var placeholder: Date? { Date(timeIntervalSince1970: 0) }
    public static var shape: _Core.WireShape { .scalar }
}
