#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Bytes as text (RFC 4648).
package enum Base64 {
    static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map { Array($0) } }

    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// Returns the bytes that text in base64url represents, without padding (section 5), or `nil` if the text is not
    /// valid.
    package static func decodeURL(_ text: Substring) -> [UInt8]? {
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        return decode(base64 + String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4))
    }

    /// Returns bytes in base64url without padding (section 5).
    package static func encodeURL(_ bytes: [UInt8]) -> String {
        encode(bytes).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
