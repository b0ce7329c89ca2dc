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
        guard let text = json.readString() else { return nil }
        guard text.utf8.count == 36, let value = UUID(uuidString: text) else {
            json.report("must be a UUID", keyword: "format")
            return nil
        }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(lowercasedText) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {
        rules.check(lowercasedText, &issues)
    }
    public static var placeholder: UUID? { UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }
    public static var shape: _Core.WireShape { .scalar }
}

extension UUID {
    /// The text in lowercase, as in JSON and databases.
    package var lowercasedText: String {
        withUnsafeBytes(of: uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { buffer in
                var end = 0
                func write(_ digit: UInt8) {
                    buffer[end] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
                    end += 1
                }
                for (index, byte) in bytes.enumerated() {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        buffer[end] = UInt8(ascii: "-")
                        end += 1
                    }
                    write(byte >> 4)
                    write(byte & 0xF)
                }
                return end
            }
        }
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
        guard let text = json.readString() else { return nil }
        guard let value = Date(rfc3339: text) else {
            json.report("must be a date and time such as 2026-03-01T12:30:00Z", keyword: "format")
            return nil
        }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(rfc3339) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(rfc3339, &issues) }
    public static var placeholder: Date? { Date(timeIntervalSince1970: 0) }
    public static var shape: _Core.WireShape { .scalar }
}
