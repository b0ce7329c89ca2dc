/// A security requirement that a request must satisfy before an operation serves it.
///
/// The elements of `static let authentication` are alternatives: a request must satisfy one of them. Each is a value of
/// a `@SecurityScheme` type, ``All`` of several, or ``Anonymous``:
///
///     static let authentication: [any Authentication] = [SignedIn(), All(AppKey(), Signature())]
///
/// The document lists them under `security`, and the run time enforces them: a request that satisfies none of them gets
/// status 401, or 403 if its user lacks a scope.
public protocol Authentication: Sendable {
    /// The schemes that a request must satisfy together. Anonymous access has none.
    var requirement: SecurityRequirement { get }
}

/// Security schemes that a request must satisfy together.
public struct SecurityRequirement: Sendable {
    let schemes: [RequiredScheme]

    /// Creates a requirement of schemes.
    init(_ schemes: [RequiredScheme]) { self.schemes = schemes }

    /// Creates a requirement of the schemes of several requirements.
    init(all requirements: [any Authentication]) { schemes = requirements.flatMap(\.requirement.schemes) }

    /// Whether every request satisfies the requirement.
    var isAnonymous: Bool { schemes.isEmpty }
}

/// A scheme in a requirement, with the scopes that the user needs.
struct RequiredScheme: Sendable {
    /// The name in the document.
    let name: String
    let source: CredentialSource
    let scopes: [String]
    /// Returns whether the credentials of the scheme can be verified.
    let isVerified: @Sendable (AppEnvironment) -> Bool
    /// Verifies the credential of a request.
    let verify: @Sendable (APIRequest) async throws -> Proof

    enum Proof: Sendable {
        /// The request has no credential for the scheme.
        case missing
        /// The credential is invalid.
        case invalid
        case user(any AuthenticatedUser)
    }

    /// Creates a scheme whose credentials a closure verifies. If the closure throws ``NotImplemented``, no credential
    /// is valid, unless the app is a mock server.
    init<Credential: SecurityCredential>(
        _ name: String,
        from source: CredentialSource,
        scopes: [String],
        isVerified: @escaping @Sendable (AppEnvironment) -> Bool = { _ in true },
        _ user: @escaping @Sendable (Credential) async throws -> (any AuthenticatedUser)?
    ) {
        self.name = name
        self.source = source
        self.scopes = scopes
        self.isVerified = isVerified
        verify = { request in
            guard let credential = Credential(of: request, from: source) else {
                // A credential in a form other than the scheme's is invalid.
                return source.text(in: request) == nil ? .missing : .invalid
            }
            do {
                return try await user(credential).map { .user($0) } ?? .invalid
            } catch is NotImplemented {
                if request.acceptsAnyCredential { return .user(UserIdentity("anyone", scopes: Set(scopes))) }
                request.logger.warning("The security scheme '\(name)' has no verification, so no request satisfies it.")
                return .invalid
            }
        }
    }
}

extension _Core {
    /// A requirement in a document that Swift can't express: `@OpenAPI("security: …")`.
    ///
    /// No request satisfies it, and an app with such an operation doesn't start.
    public struct UnreadableRequirement: Authentication {
        static let name = "@OpenAPI(\"security: …\")"

        /// A requirement that no request satisfies.
        public let requirement: SecurityRequirement

        /// Creates the requirement.
        public init() {
            requirement = SecurityRequirement([
                RequiredScheme(
                    Self.name, from: .connection, scopes: [], isVerified: { _ in false }
                ) { (_: ClientCertificateCredential) in nil }
            ])
        }
    }
}

extension _Core {
    /// A scheme that a closure verifies. The build plugin for OpenAPI documents creates one for each security scheme.
    public struct VerifiedScheme: Authentication {
        /// The scheme with the scopes that the user needs.
        public let requirement: SecurityRequirement

        /// Creates a scheme.
        ///
        /// - Parameters:
        ///   - name: The name in the document.
        ///   - source: The part of a request that contains the credential.
        ///   - scopes: The scopes that the user needs.
        ///   - user: Returns the user that a credential authenticates, or `nil` if it is invalid.
        public init<Credential: SecurityCredential>(
            _ name: String,
            from source: CredentialSource,
            scopes: [String],
            _ user: @escaping @Sendable (Credential) async throws -> (any AuthenticatedUser)?
        ) {
            requirement = SecurityRequirement([RequiredScheme(name, from: source, scopes: scopes, user)])
        }
    }
}

/// A security scheme. `@SecurityScheme` adds the conformance to a struct, which declares how to verify a credential.
///
///     @SecurityScheme(.http("bearer"))
///     struct SignedIn {
///         @Environment(\.sessions) var sessions
///
///         func user(of credential: BearerCredential) async throws -> Member? {
///             try await sessions.member(token: credential.token)
///         }
///     }
public protocol SecurityScheme: Authentication {
    /// The type of credential, which depends on the kind of scheme.
    associatedtype Credential: SecurityCredential
    /// The type of users that the scheme authenticates.
    associatedtype User: AuthenticatedUser

    /// The name in the document.
    static var name: String { get }

    /// The part of a request that contains the credential.
    static var source: CredentialSource { get }

    /// The scopes that the user needs.
    var scopes: [String] { get }

    /// Creates a requirement of the scheme with scopes.
    init(_ scopes: String...)

    /// Returns the user that a credential authenticates, or `nil` if it is invalid.
    ///
    /// - Throws: A ``Problem`` to respond with, or any other error, which results in status 500.
    func user(of credential: Credential) async throws -> User?
}

extension SecurityScheme {
    /// The scheme, with the scopes of this value.
    public var requirement: SecurityRequirement {
        SecurityRequirement([
            RequiredScheme(Self.name, from: Self.source, scopes: scopes) { try await user(of: $0) }
        ])
    }
}

/// Several requirements that must all be satisfied: `All(APIKey(), Signed())`.
public struct All: Authentication {
    /// The schemes of all the requirements.
    public let requirement: SecurityRequirement

    /// Creates a requirement of all these requirements.
    public init(_ requirements: any Authentication...) { requirement = SecurityRequirement(all: requirements) }
}

/// Anonymous access: the requirement `{}` of `security`.
public struct Anonymous: Authentication {
    /// Creates the requirement.
    public init() {}

    /// A requirement without schemes.
    public var requirement: SecurityRequirement { SecurityRequirement([]) }
}
