import Testing

@testable import ConcordUsers

/// The hashes of passwords.
@Suite struct PasswordHashTests {
    private let cheap = PasswordHashing.scrypt(rounds: 16, blockSize: 1, parallelism: 1)

    @Test func storesAlgorithmParametersAndSalt() throws {
        let hash = try PasswordHash(of: "secret", cheap)
        #expect(hash.text.hasPrefix("scrypt$16$\(hash.salt)$1$1$"))
        #expect(!hash.text.contains("secret"))
        let read = try #require(PasswordHash(hash.text))
        #expect(read == hash)
        #expect(read.matches("secret"))
        #expect(!read.matches("Secret"))
        #expect(try PasswordHash(of: "secret", cheap).text != hash.text)
    }

    /// Django 5.2's hash of 'correct horse battery'.
    @Test(arguments: [
        "pbkdf2_sha256$1000$seasalt$DrdiWD40lyBuydnjvZiDrdQMx1S1mOA9O0QYex0R6ww=",
        "scrypt$16384$seasalt$8$1$SeFqIcfVoCQ85h5NbG3EpG8ZJwwKWu1+rKv1XMRmc3UIyHKqDpR7rR98Hm7A1fBSl9U5maL45wsoJFnVK2bpuQ==",
    ])
    func readsDjangosHashes(_ text: String) throws {
        let hash = try #require(PasswordHash(text))
        #expect(hash.matches("correct horse battery"))
        #expect(!hash.matches("correct horse"))
        #expect(hash.text == text)
    }

    @Test(arguments: [
        "", "secret", "!unusable", "md5$salt$5f4dcc3b5aa765d61d8327deb882cf99", "scrypt$16384$salt$8$1",
        "scrypt$16383$salt$8$1$AAAAAAAAAAAAAAAAAAAAAA==", "scrypt$1073741824$salt$8$1$AAAAAAAAAAAAAAAAAAAAAA==",
        "scrypt$-2$salt$8$1$AAAAAAAAAAAAAAAAAAAAAA==", "pbkdf2_sha256$0$salt$AAAAAAAAAAAAAAAAAAAAAA==",
        "pbkdf2_sha256$99999999999$salt$AAAAAAAAAAAAAAAAAAAAAA==", "pbkdf2_sha256$1000$salt$?",
    ])
    func refusesWhatIsNoSoundHash(_ text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test func unsoundParametersAreAnError() {
        #expect(throws: (any Error).self) { try PasswordHash(of: "secret", .scrypt(rounds: 3)) }
        #expect(throws: (any Error).self) { try PasswordHash(of: "secret", .pbkdf2SHA256(iterations: 0)) }
    }
}
