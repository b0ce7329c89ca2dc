/// A hash algorithm for passwords, with its parameters.
public struct PasswordHashing: Hashable, Sendable {
    enum Algorithm: Hashable, Sendable {
        case scrypt(rounds: Int, blockSize: Int, parallelism: Int)
        case pbkdf2(iterations: Int)
    }

    let algorithm: Algorithm

    /// scrypt (RFC 7914). The default uses 16 MiB of memory, as OWASP recommends for five lanes.
    ///
    /// - Parameters:
    ///   - rounds: The cost, a power of 2 from 2 to 2²⁰.
    ///   - blockSize: The block size, from 1 to 32.
    ///   - parallelism: The number of lanes, from 1 to 16.
    public static func scrypt(rounds: Int = 16_384, blockSize: Int = 8, parallelism: Int = 5) -> PasswordHashing {
        PasswordHashing(algorithm: .scrypt(rounds: rounds, blockSize: blockSize, parallelism: parallelism))
    }

    /// PBKDF2 with SHA-256, which is Django's default.
    ///
    /// - Parameter iterations: The cost, from 1 to 10,000,000.
    public static func pbkdf2SHA256(iterations: Int = 1_200_000) -> PasswordHashing {
        PasswordHashing(algorithm: .pbkdf2(iterations: iterations))
    }

    /// The number of bytes in a hash, as in Django.
    var hashLength: Int {
        switch algorithm {
        case .scrypt: 64
        case .pbkdf2: 32
        }
    }

    /// Whether the cost is at least what OWASP recommends.
    var isStrong: Bool {
        switch algorithm {
        // Work is rounds × block size × lanes; OWASP's choices have about the same, from 2¹⁷ × 8 × 1 to 2¹³ × 8 × 10.
        case .scrypt(let rounds, let blockSize, let parallelism):
            rounds >= 1 << 13 && rounds * blockSize * parallelism >= (1 << 13) * 8 * 10
        case .pbkdf2(let iterations): iterations >= 600_000
        }
    }

    /// Whether the parameters are reasonable for a server.
    var isSound: Bool {
        switch algorithm {
        case .scrypt(let rounds, let blockSize, let parallelism):
            (2...1 << 20).contains(rounds) && rounds & (rounds - 1) == 0 && (1...32).contains(blockSize)
                && (1...16).contains(parallelism) && rounds * blockSize <= 1 << 22
        case .pbkdf2(let iterations): (1...10_000_000).contains(iterations)
        }
    }
}
