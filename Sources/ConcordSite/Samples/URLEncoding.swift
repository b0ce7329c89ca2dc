/// Percent-encoding of the parts of a URL.
enum URLEncoding {
    private static let unreserved = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
    private static let ofFragment = unreserved.union("/".utf8)

    /// Encodes a path segment, or a name or value of a query.
    static func component(_ text: String) -> String { encoded(text, except: unreserved) }

    /// Encodes a fragment. Slashes are kept.
    static func fragment(_ text: String) -> String { encoded(text, except: ofFragment) }

    private static func encoded(_ text: String, except plain: Set<UInt8>) -> String {
        var result = ""
        for byte in text.utf8 {
            if plain.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += byte < 16 ? "%0" + digits : "%" + digits
            }
        }
        return result
    }
}
