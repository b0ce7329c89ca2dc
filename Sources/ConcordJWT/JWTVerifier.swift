import Concord
import Foundation
import JWTKit

/// Verifies JSON Web Tokens (RFC 7519) that another service issues, such as an OpenID provider.
///
///     static func configure(_ app: inout AppConfiguration) async throws {
///         let verifier = JWTVerifier(
///             issuer: "https://login.example", audience: "stations", algorithms: [.es256],
///             keys: .url("https://login.example/.well-known/jwks.json"))
///         app.authenticate(BearerAuthentication.self) { try await verifier.user(of: $0.token) }
///     }
///
/// The algorithms are fixed. The `alg` of a token only selects one of them, so a token with `none` or with an algorithm
/// that the issuer doesn't use is not valid.
public struct JWTVerifier: Sendable {
    private let issuer: String
    private let audience: String
    private let algorithms: Set<JWTSignatureAlgorithm>
    private let leeway: Duration
    private let keys: JWTKeys

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - issuer: The `iss` that a token must have.
    ///   - audience: One of the values that the `aud` of a token must have.
    ///   - algorithms: The algorithms that the issuer signs with.
    ///   - keys: The public keys of the issuer.
    ///   - leeway: The tolerated difference between the clocks of the issuer and this server.
    public init(
        issuer: String, audience: String, algorithms: Set<JWTSignatureAlgorithm>, keys: JWTKeySource,
        leeway: Duration = .seconds(30)
    ) {
        self.issuer = issuer
        self.audience = audience
        self.algorithms = algorithms
        self.leeway = leeway
        self.keys = JWTKeys(keys)
    }

    /// Returns the user of a token, or `nil` if the token is not valid.
    ///
    /// A valid token is signed with a key of the issuer. It has the issuer, the audience, a subject, and an expiration
    /// time in the future.
    ///
    /// - Throws: A ``ConcordCore/Problem`` with status 503 if the keys of the issuer can't be read.
    public func user(of token: String) async throws -> JWTUser? {
        // Common servers reject longer header fields.
        guard token.utf8.count <= 16_384,
            let header = try? DefaultJWTParser().parse(Array(token.utf8), as: StandardClaims.self).header,
            let algorithm = header.alg.flatMap(JWTSignatureAlgorithm.init(rawValue:)), algorithms.contains(algorithm),
            // RFC 7515, section 4.1.11: a token with an extension that isn't understood is not valid.
            header[dynamicMember: "crit"] == nil,
            let key = try await keys.key(header.kid, algorithm),
            let claims = try? await key.verify(token, as: StandardClaims.self), isValid(claims)
        else { return nil }
        return JWTUser(claims, ofToken: token)
    }

    private func isValid(_ claims: StandardClaims) -> Bool {
        let now = Date.now
        let leeway = Double(self.leeway.components.seconds)
        guard claims.iss == issuer, claims.aud.value.contains(audience), claims.exp.value > now - leeway else {
            return false
        }
        return claims.nbf.map { $0.value <= now + leeway } ?? true
    }
}

/// An algorithm that signs tokens with a private key (RFC 7518).
public enum JWTSignatureAlgorithm: String, Sendable, CaseIterable {
    /// ECDSA with the curve P-256 and SHA-256.
    case es256 = "ES256"
    /// ECDSA with the curve P-384 and SHA-384.
    case es384 = "ES384"
    /// ECDSA with the curve P-521 and SHA-512.
    case es512 = "ES512"
    /// RSA with PKCS #1 v1.5 padding and SHA-256.
    case rs256 = "RS256"
    /// RSA with PKCS #1 v1.5 padding and SHA-384.
    case rs384 = "RS384"
    /// RSA with PKCS #1 v1.5 padding and SHA-512.
    case rs512 = "RS512"
    /// RSA with PSS padding and SHA-256.
    case ps256 = "PS256"
    /// RSA with PSS padding and SHA-384.
    case ps384 = "PS384"
    /// RSA with PSS padding and SHA-512.
    case ps512 = "PS512"
    /// EdDSA with the curve Ed25519 (RFC 8037).
    case edDSA = "EdDSA"
}

/// The claims that the verifier reads.
struct StandardClaims: JWTPayload {
    let iss: String
    let sub: String
    let aud: AudienceClaim
    let exp: ExpirationClaim
    let nbf: NotBeforeClaim?
    /// The scopes, separated by spaces (RFC 8693).
    let scope: String?

    /// Does nothing. The verifier checks the claims, because it knows the required values.
    func verify(using algorithm: some JWTAlgorithm) {}
}
