import Crypto
import CryptoExtras
import Foundation

/// The hash of a password with its algorithm, parameters, and salt, in the form that a database stores.
///
/// The text has Django's format, so an app can use the table of a Django project:
///
///     scrypt$16384$SALT$8$5$HASH
///     pbkdf2_sha256$1200000$SALT$HASH
struct PasswordHash: Hashable, Sendable {
    let hashing: PasswordHashing
    let salt: String
    private let hash: Data

    /// Hashes a password with a random salt.
    ///
    /// - Throws: `CryptoKitError` if the parameters of the algorithm are out of range.
    init(of password: String, _ hashing: PasswordHashing) throws {
        self.hashing = hashing
        salt = RandomKey.text(bytes: 16)
        hash = try Self.derive(password, hashing, salt: salt, length: hashing.hashLength).data
    }

    /// Parses a hash, or returns `nil` if the text has another format or its parameters are unreasonable.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        switch parts.first {
        case "scrypt" where parts.count == 6:
            guard let rounds = Int(parts[1]), let blockSize = Int(parts[3]), let parallelism = Int(parts[4]) else {
                return nil
            }
            hashing = .scrypt(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
            salt = parts[2]
        case "pbkdf2_sha256" where parts.count == 4:
            guard let iterations = Int(parts[1]) else { return nil }
            hashing = .pbkdf2SHA256(iterations: iterations)
            salt = parts[2]
        default: return nil
        }
        guard hashing.isSound, let hash = Data(base64Encoded: parts[parts.count - 1]), (16...128).contains(hash.count)
        else { return nil }
        self.hash = hash
    }

    /// The text that the database stores.
    var text: String {
        let encoded = hash.base64EncodedString()
        return switch hashing.algorithm {
        case .scrypt(let rounds, let blockSize, let parallelism):
            "scrypt$\(rounds)$\(salt)$\(blockSize)$\(parallelism)$\(encoded)"
        case .pbkdf2(let iterations): "pbkdf2_sha256$\(iterations)$\(salt)$\(encoded)"
        }
    }

    /// Returns whether the hash is that of a password. The comparison takes constant time.
    func matches(_ password: String) -> Bool {
        guard let derived = try? Self.derive(password, hashing, salt: salt, length: hash.count) else { return false }
        return derived == SymmetricKey(data: hash)
    }

    private static func derive(
        _ password: String, _ hashing: PasswordHashing, salt: String, length: Int
    ) throws -> SymmetricKey {
        guard hashing.isSound else { throw CryptoKitError.incorrectParameterSize }
        let password = Data(password.utf8)
        let salt = Data(salt.utf8)
        switch hashing.algorithm {
        case .scrypt(let rounds, let blockSize, let parallelism):
            return try KDF.Scrypt.deriveKey(
                from: password, salt: salt, outputByteCount: length, rounds: rounds, blockSize: blockSize,
                parallelism: parallelism)
        case .pbkdf2(let iterations):
            return try KDF.Insecure.PBKDF2.deriveKey(
                from: password, salt: salt, using: .sha256, outputByteCount: length,
                unsafeUncheckedRounds: iterations)
        }
    }
}

extension SymmetricKey {
    fileprivate var data: Data { withUnsafeBytes { Data($0) } }
}
