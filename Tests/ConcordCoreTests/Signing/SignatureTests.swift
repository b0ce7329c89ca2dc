import ConcordCore
import ConcordHashes
import Testing

/// Signatures match the test vectors of the standards, and are verified.
@Suite struct SignatureTests {
    /// The examples of FIPS 180-4, and lengths around those of a block.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
        ),
        (
            String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func hashesAreThoseOfSHA256(_ text: String, _ expected: String) {
        #expect(SHA256.hash(Array(text.utf8)).hexadecimal == expected)
    }

    /// Test cases 1, 2 and 6 of RFC 4231.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func signaturesAreThoseOfHMAC(_ key: [UInt8], _ text: String, _ expected: String) {
        #expect(Signature.hmac(Array(text.utf8), key: key).hexadecimal == expected)
    }

    @Test func aValueIsProvenByItsSignature() throws {
        let value = Array("[1,2]?".utf8)
        let signed = Signature.sign(value, for: "cursor", secret: "s")
        #expect(Signature.verify(signed, for: "cursor", secret: "s") == value)
        #expect(Signature.verify(signed, for: "cursor", secret: "t") == nil)
        #expect(Signature.verify(signed, for: "other", secret: "s") == nil)
        for index in signed.indices {
            var changed = signed
            changed.replaceSubrange(index...index, with: signed[index] == "A" ? "B" : "A")
            #expect(Signature.verify(changed, for: "cursor", secret: "s") == nil)
        }
    }
}
