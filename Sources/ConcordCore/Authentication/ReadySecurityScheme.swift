/// A security scheme that Concord provides. The app registers its verification with
/// ``AppConfiguration/authenticate(_:_:)``.
///
/// An app whose views require a scheme without a verification doesn't start.
public protocol ReadySecurityScheme: SecurityScheme where User == VerifiedUser {
    /// The environment entry of the verification.
    static var verification: _Core.EnvironmentEntry<Verification<Credential>?> { get }
}

/// The registered verification of a scheme's credentials.
public struct Verification<Credential: SecurityCredential>: Sendable {
    let user: @Sendable (Credential) async throws -> (any AuthenticatedUser)?
}

/// The user that a registered verification returned.
public struct VerifiedUser: AuthenticatedUser {
    let user: any AuthenticatedUser

    /// The user's identifier.
    public var identifier: String { user.identifier }
}

extension ReadySecurityScheme {
    /// The name of the type.
    public static var name: String { String(describing: self) }

    /// Returns the user that the registered verification returns.
    public func user(of credential: Credential) async throws -> VerifiedUser? {
        guard let verification = AppEnvironment.current[Self.verification] else { throw NotImplemented() }
        return try await verification.user(credential).map(VerifiedUser.init)
    }

    /// The scheme, with the scopes of this value.
    public var requirement: SecurityRequirement {
        SecurityRequirement([
            RequiredScheme(
                Self.name, from: Self.source, scopes: scopes,
                isVerified: { $0[Self.verification] != nil }
            ) { try await user(of: $0)?.user }
        ])
    }
}

/// A token in `Authorization: Bearer …` (RFC 6750).
public struct BearerAuthentication: ReadySecurityScheme {
    /// The token.
    public typealias Credential = BearerCredential
    /// `Authorization: Bearer`.
    public static let source = CredentialSource.authorization("Bearer")
    /// The environment entry of the verification.
    public static let verification = _Core.EnvironmentEntry<Verification<BearerCredential>?>(nil)
    /// The scopes that the user needs.
    public let scopes: [String]

    /// Creates a requirement of a token with scopes.
    public init(_ scopes: String...) { self.scopes = scopes }
}

/// A username and password in `Authorization: Basic …` (RFC 7617).
public struct BasicAuthentication: ReadySecurityScheme {
    /// A username and password.
    public typealias Credential = BasicCredential
    /// `Authorization: Basic`.
    public static let source = CredentialSource.authorization("Basic")
    /// The environment entry of the verification.
    public static let verification = _Core.EnvironmentEntry<Verification<BasicCredential>?>(nil)
    /// The scopes that the user needs.
    public let scopes: [String]

    /// Creates a requirement of a username and password with scopes.
    public init(_ scopes: String...) { self.scopes = scopes }
}

/// A token in `Authorization: Token …`, as in Django REST framework.
public struct TokenAuthentication: ReadySecurityScheme {
    /// The token.
    public typealias Credential = BearerCredential
    /// `Authorization: Token`.
    public static let source = CredentialSource.authorization("Token")
    /// The environment entry of the verification.
    public static let verification = _Core.EnvironmentEntry<Verification<BearerCredential>?>(nil)
    /// The scopes that the user needs.
    public let scopes: [String]

    /// Creates a requirement of a token with scopes.
    public init(_ scopes: String...) { self.scopes = scopes }
}

/// The identifier of a session in the cookie `sessionid`.
public struct SessionAuthentication: ReadySecurityScheme {
    /// The session's identifier.
    public typealias Credential = APIKeyCredential
    /// The cookie `sessionid`.
    public static let source = CredentialSource.cookie("sessionid")
    /// The environment entry of the verification.
    public static let verification = _Core.EnvironmentEntry<Verification<APIKeyCredential>?>(nil)
    /// The scopes that the user needs.
    public let scopes: [String]

    /// Creates a requirement of a session with scopes.
    public init(_ scopes: String...) { self.scopes = scopes }
}
