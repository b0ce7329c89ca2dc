import Concord
import ConcordDatabase
import Foundation

extension Token {
    /// Creates a token, and returns it with its key, which can't be retrieved again.
    ///
    /// - Parameters:
    ///   - user: The user on whose behalf requests are made.
    ///   - name: The purpose of the token.
    ///   - scopes: The scopes that the token grants.
    ///   - lifetime: The duration for which the token is valid, or `nil` for a token that doesn't expire.
    /// - Throws: `DatabaseError`.
    public static func create(
        for user: some UserAccount, name: String = "", scopes: Set<String> = [], lifetime: Duration?
    ) async throws -> (token: Token, key: String) {
        let now = AppEnvironment.current.now()
        // Programs that look for secrets in source code recognize the prefix.
        let key = "concord_" + RandomKey.text()
        let token = try await Token.objects.create(
            Token(
                id: 0, keyHash: RandomKey.hash(of: key), name: name, user: user.id,
                scope: scopes.sorted().joined(separator: " "), created: now, expires: lifetime.map { now + $0 }))
        return (token, key)
    }

    /// Revokes the token.
    ///
    /// - Throws: `DatabaseError`.
    public func revoke() async throws { try await delete() }
}

extension SignedInUser {
    /// Finds the user by the key of a token, and records that the token was used. Returns `nil` if the token doesn't
    /// exist or has expired, or if its user is not active.
    ///
    /// Use it in a security scheme that reads keys from another part of the request:
    ///
    ///     @SecurityScheme(.apiKey(header: "X-API-Key"))
    ///     struct APIKey {
    ///         func user(of credential: APIKeyCredential) async throws -> SignedInUser? {
    ///             try await SignedInUser(tokenKey: credential.key)
    ///         }
    ///     }
    ///
    /// - Throws: `DatabaseError`.
    public init?(tokenKey key: String) async throws {
        let now = AppEnvironment.current.now()
        let hash = RandomKey.hash(of: key)
        let query = Token.objects.filter {
            $0.keyHash == hash && ($0.expires == nil || $0.expires > now) && $0.user.isActive == true
        }
        let found = try await query.fetch(with: AppEnvironment.current.users.model)
        guard let (token, account) = found else { return nil }
        if token.lastUsed.map({ $0 < now - .seconds(60) }) ?? true {
            try await Token.objects.filter { $0.keyHash == hash }.update(.set(\.lastUsed, to: now))
        }
        self.init(account, .token(token))
    }
}
