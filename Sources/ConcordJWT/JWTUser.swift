public import Concord
import ConcordCore

/// The user that a JSON Web Token identifies.
public struct JWTUser: AuthenticatedUser {
    /// The subject of the token: its claim `sub`.
    public let identifier: String
    /// The scopes of the token: its claim `scope`.
    public let scopes: Set<String>
    /// All claims of the token.
    public let claims: JSON

    init(_ claims: StandardClaims, ofToken token: String) {
        identifier = claims.sub
        scopes = Set((claims.scope ?? "").split(separator: " ").map(String.init))
        self.claims = Self.claims(ofToken: token)
    }

    private static func claims(ofToken token: String) -> JSON {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        var issues = _Core.Issues()
        guard let bytes = Base64.decodeURL(parts[1]) else { return .null }
        return _Core.JSONReader.read(bytes, _Core.Wire.value(JSON.self), side: .request, issues: &issues) ?? .null
    }
}
