import Concord
import ConcordServer
import ConcordTesting
import Foundation
import JWTKit
import Logging
import Synchronization
import Testing

@testable import ConcordJWT

extension AppEnvironment {
    @Entry fileprivate var keySet: String = ""
}

@View("/jwks.json")
private struct KeySet {
    @Environment(\.keySet) var keySet

    @GET("getKeySet")
    @Response(200, "The keys.", .content("application/jwk-set+json"))
    func get() async throws -> Bytes { Bytes(Array(keySet.utf8)) }
}

@API(title: "Keys", version: "1.0")
private enum KeySetAPI {
    static let authentication: [any Authentication] = []
    static let views: [any View.Type] = [KeySet.self]
}

/// JSON Web Tokens of another service.
@Suite struct JWTTests {
    private struct Claims: JWTPayload {
        var iss: String? = "https://login.example"
        var sub: String? = "ada"
        var aud: [String]? = ["stations"]
        var exp: Double? = Date.now.timeIntervalSince1970 + 60
        var nbf: Double?
        var scope: String? = "read write"
        var email = "ada@example.org"

        func verify(using algorithm: some JWTAlgorithm) {}
    }

    private let key = ES256PrivateKey()

    private func token(_ claims: Claims, kid: JWKIdentifier? = "k1", header: JWTHeader = JWTHeader()) async throws
        -> String
    {
        let keys = JWTKeyCollection()
        if let kid { await keys.add(ecdsa: key, kid: kid) } else { await keys.add(ecdsa: key) }
        return try await keys.sign(claims, kid: kid, header: header)
    }

    /// The public key as a key set, beside a key for encryption.
    private func keySet(kid: String = "k1", algorithm: String? = "ES256") -> String {
        let parameters = key.parameters.map { "\"x\": \"\(url($0.x))\", \"y\": \"\(url($0.y))\"" } ?? ""
        let algorithm = algorithm.map { "\"alg\": \"\($0)\"," } ?? ""
        return """
            {"keys": [
                {"kty": "RSA", "use": "enc", "kid": "e1", "alg": "RSA-OAEP-256", "n": "AQAB", "e": "AQAB"},
                {"kty": "EC", "crv": "P-256", "kid": "\(kid)", \(algorithm) \(parameters)}
            ]}
            """
    }

    private func url(_ base64: String) -> String {
        base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private func verifier(_ keys: JWTKeySource, _ algorithms: Set<JWTSignatureAlgorithm> = [.es256]) -> JWTVerifier {
        JWTVerifier(issuer: "https://login.example", audience: "stations", algorithms: algorithms, keys: keys)
    }

    @Test(arguments: ["ES256", nil])
    func aValidTokenProvesItsSubject(_ algorithm: String?) async throws {
        let user = try await verifier(.json(keySet(algorithm: algorithm))).user(of: token(Claims()))
        #expect(user?.identifier == "ada")
        #expect(user?.scopes == ["read", "write"])
        #expect(user?.claims["email"] == "ada@example.org")
    }

    @Test func theOnlyKeyNeedsNoIdentifier() async throws {
        let user = try await verifier(.json(keySet())).user(of: token(Claims(), kid: nil))
        #expect(user?.identifier == "ada")
    }

    @Test func eachClaimIsChecked() async throws {
        let now = Date.now.timeIntervalSince1970
        let refused: [(String, Claims)] = [
            ("another issuer", Claims(iss: "https://evil.example")), ("no issuer", Claims(iss: nil)),
            ("another audience", Claims(aud: ["other"])), ("no audience", Claims(aud: nil)),
            ("expired", Claims(exp: now - 60)), ("no expiration", Claims(exp: nil)),
            ("not yet valid", Claims(nbf: now + 120)), ("no subject", Claims(sub: nil)),
        ]
        let verifier = verifier(.json(keySet()))
        for (reason, claims) in refused {
            #expect(try await verifier.user(of: token(claims)) == nil, "\(reason)")
        }
        // The clocks may differ slightly.
        #expect(try await verifier.user(of: token(Claims(exp: now - 10))) != nil)
    }

    @Test func otherSignaturesProveNothing() async throws {
        let verifier = verifier(.json(keySet()))
        let good = try await token(Claims())
        let parts = good.split(separator: ".").map(String.init)
        let none = Data(#"{"alg":"none"}"#.utf8).base64EncodedString().replacing("=", with: "")
        let hmac = Data(#"{"alg":"HS256","kid":"k1"}"#.utf8).base64EncodedString().replacing("=", with: "")
        var changed = parts[2]
        changed = (changed.first == "A" ? "B" : "A") + changed.dropFirst()
        let forged = [
            "\(none).\(parts[1]).", "\(none).\(parts[1]).\(parts[2])", "\(hmac).\(parts[1]).\(parts[2])",
            "\(parts[0]).\(parts[1]).\(changed)", "\(parts[0]).\(parts[1]).", "", "a", "a.b.c",
            String(repeating: "a", count: 20_000),
        ]
        for text in forged { #expect(try await verifier.user(of: text) == nil, "\(text.prefix(80))") }
        #expect(try await JWTTests().verifier(.json(keySet())).user(of: JWTTests().token(Claims())) == nil)
        #expect(try await self.verifier(.json(keySet()), [.rs256]).user(of: good) == nil)
        #expect(try await self.verifier(.json(keySet(kid: "k2"))).user(of: good) == nil)
        let critical = try await token(Claims(), header: ["crit": ["x"], "x": "y"])
        #expect(try await verifier.user(of: critical) == nil)
    }

    /// A server on this machine provides the key set.
    @Test func keysOfAServerAreRead() async throws {
        let keySet = keySet()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = try APIServer(
            KeySetAPI.served, app: try await KeySetAPI.served.configuration { $0.environment.keySet = keySet },
            configuration: APIServer.Configuration(port: 0), logger: logger)
        try await server.run { port in
            let verifier = verifier(.url("http://127.0.0.1:\(port)/jwks.json", timeout: .seconds(300)))
            let user = try await verifier.user(of: token(Claims()))
            #expect(user?.identifier == "ada")
        }
    }

    @Test func keysThatCannotBeReadAreStatus503() async throws {
        let verifier = verifier(.url("https://127.0.0.1:1/jwks.json"))
        let token = try await token(Claims())
        await #expect {
            _ = try await verifier.user(of: token)
        } throws: { ($0 as? Problem)?.status == 503 }
    }

    @Test func aNewKeyIsReadWhenATokenHasIt() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "jwks-\(UUID()).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(keySet(kid: "old").utf8).write(to: file)
        let keys = JWTKeys(.file(file.path(percentEncoded: false)), pause: 0)
        #expect(try await keys.key("old", .es256) != nil)
        #expect(try await keys.key("k1", .es256) == nil)
        try Data(keySet().utf8).write(to: file)
        #expect(try await keys.key("k1", .es256) != nil)
        // The known keys remain valid without the file.
        try FileManager.default.removeItem(at: file)
        #expect(try await keys.key("k1", .es256) != nil)
        #expect(try await keys.key("other", .es256) == nil)
    }

    /// Forged tokens don't make the server request the keys repeatedly.
    @Test func theIssuerIsAskedSeldom() async throws {
        let readings = Mutex(0)
        let keySet = keySet()
        let source = JWTKeySource(isRefreshed: true) {
            readings.withLock { $0 += 1 }
            return Data(keySet.utf8)
        }
        let keys = JWTKeys(source)
        for number in 1...20 { #expect(try await keys.key("forged\(number)", .es256) == nil) }
        #expect(try await keys.key("k1", .es256) != nil)
        #expect(readings.withLock { $0 } == 1)
    }
}
