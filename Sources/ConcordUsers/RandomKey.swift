import ConcordCore
import ConcordHashes
import Crypto
import Foundation

/// Random keys for sessions and tokens, and the values that the database stores for them.
enum RandomKey {
    /// Returns random bytes of the system's generator in Base64 for URLs, without padding.
    static func text(bytes count: Int = 32) -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return Base64.encodeURL(bytes)
    }

    /// Returns the SHA-256 hash of a key. A key is random, so it needs neither a salt nor a slow function.
    static func hash(of key: String) -> String {
        Crypto.SHA256.hash(data: Data(key.utf8)).hexadecimal
    }

    /// Returns a value that can only be computed with the key, for one purpose.
    static func derived(from key: String, for purpose: String) -> String {
        let code = HMAC<Crypto.SHA256>.authenticationCode(
            for: Data(purpose.utf8), using: SymmetricKey(data: Data(key.utf8)))
        return Base64.encodeURL(Array(code))
    }

    /// Compares two strings in constant time.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        SymmetricKey(data: Data(left.utf8)) == SymmetricKey(data: Data(right.utf8))
    }
}
