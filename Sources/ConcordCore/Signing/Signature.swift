import ConcordHashes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension AppEnvironment {
    private static let randomSecretKey = _Core.RequestIdentifier.make()
    private static let secretKeyEntry = _Core.EnvironmentEntry<String>(
        ProcessInfo.processInfo.environment["SECRET_KEY"].flatMap { $0.isEmpty ? nil : $0 } ?? randomSecretKey)

    /// The secret with which the app signs the values that clients send back, such as the cursors of
    /// ``CursorPagination``.
    ///
    /// The default is the setting `SECRET_KEY` from the environment or the file `.env`. Without it, each process has a
    /// random secret, so its signatures are not valid after a restart or in another instance of the app.
    public var secretKey: String {
        get { self[Self.secretKeyEntry] }
        set { self[Self.secretKeyEntry] = newValue }
    }

    /// Whether the secret is random because the app doesn't set one.
    package var hasRandomSecretKey: Bool { secretKey == Self.randomSecretKey }
}

/// Signed values. The signature proves that the app created the value: it is the first 16 bytes of an HMAC with SHA-256
/// (RFC 2104).
package enum Signature {
    /// Returns a signed value: the value in base64url, a dot, and the signature.
    ///
    /// - Parameters:
    ///   - value: The value, which clients can read.
    ///   - purpose: The purpose of the value. A value that was signed for another purpose is not valid.
    ///   - secret: The app's secret.
    package static func sign(_ value: [UInt8], for purpose: String, secret: String) -> String {
        let text = Base64.encodeURL(value)
        return text + "." + signature(of: text, for: purpose, secret: secret)
    }

    /// Returns the original value, or `nil` if the signature is not valid.
    package static func verify(_ signed: String, for purpose: String, secret: String) -> [UInt8]? {
        let parts = signed.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let expected = signature(of: String(parts[0]), for: purpose, secret: secret)
        guard areEqual(Array(expected.utf8), Array(parts[1].utf8)) else { return nil }
        return Base64.decodeURL(parts[0])
    }

    /// Returns the HMAC of a message with SHA-256.
    package static func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var block = key.count > 64 ? SHA256.hash(key) : key
        block.append(contentsOf: repeatElement(0, count: 64 - block.count))
        let inner = SHA256.hash(block.map { $0 ^ 0x36 } + message)
        return SHA256.hash(block.map { $0 ^ 0x5c } + inner)
    }

    private static func signature(of text: String, for purpose: String, secret: String) -> String {
        Base64.encodeURL(Array(hmac(Array("\(purpose)\n\(text)".utf8), key: Array(secret.utf8)).prefix(16)))
    }

    /// Compares bytes in constant time.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
