/// A security requirement: what a request has to prove before an operation serves it.
///
/// The elements of `static let authentication` are alternatives: a request must satisfy one of them. Each is a value of
/// a `@SecurityScheme` type, ``All`` of several, or ``Anonymous``:
///
///     static let authentication: [any Authentication] = [SignedIn(), All(AppKey(), Signature())]
///
/// The document lists them under `security`, and the run time enforces them: a request that satisfies none gets status
/// 401, or 403 if its user lacks a scope.
public protocol Authentication: Sendable {
    /// The schemes that a request has to satisfy together; none for anonymous access.
    var requirement: SecurityRequirement { get }
}

/// Schemes that a request has to satisfy together.
public struct SecurityRequirement: Sendable {
    let schemes: [RequiredScheme]

    /// Demands these schemes.
    init(_ schemes: [RequiredScheme]) { self.schemes = schemes }

    /// Demands the schemes of several requirements.
    init(all requirements: [any Authentication]) { schemes = requirements.flatMap(\.requirement.schemes) }

    /// Whether the requirement is satisfied by anybody.
    var isAnonymous: Bool { schemes.isEmpty }
}

/// A scheme in a requirement, with the scopes that the user needs.
struct RequiredScheme: Sendable {
    /// The name in the document.
    let name: String
    let source: CredentialSource
    let scopes: [String]
    /// Whether anything can verify its credentials.
    let isVerified: @Sendable (AppEnvironment) -> Bool
    /// What a request's credential proves.
    let verify: @Sendable (APIRequest) async throws -> Proof

    enum Proof: Sendable {
        /// The request presents no credential to the scheme.
        case missing
        /// The credential proves no user.
        case invalid
        case user(any AuthenticatedUser)
    }

    /// A scheme whose credentials a closure verifies; one that throws ``NotImplemented`` proves nothing.
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
                // What is presented in another form than the scheme's proves nothing.
                return source.text(in: request) == nil ? .missing : .invalid
            }
            do {
                return try await user(credential).map { .user($0) } ?? .invalid
            } catch is NotImplemented {
                request.logger.warning("The security scheme '\(name)' has no verification yet; nothing satisfies it.")
                return .invalid
            }
        }
    }
}

extension _Core {
    /// A requirement that a document states and Swift has no expression for: `@OpenAPI("security: …")`.
    ///
    /// Nothing satisfies it, and an app whose operations have it does not start.
    public struct UnreadableRequirement: Authentication {
        static let name = "@OpenAPI(\"security: …\")"

        /// A requirement that nothing satisfies.
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
    /// A scheme that a closure verifies: what the spec-first plugin makes of a security scheme of the document.
    public struct VerifiedScheme: Authentication {
        /// The scheme with its scopes.
        public let requirement: SecurityRequirement

        /// Creates a scheme.
        ///
        /// - Parameters:
        ///   - name: The name in the document.
        ///   - source: The part of a request that holds the credential.
        ///   - scopes: The scopes that the user needs.
        ///   - user: Returns the user whom a credential proves, `nil` if it proves none.
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

/// A way to sign in: what `@SecurityScheme` makes of a struct, which declares how a credential is verified.
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
    /// What a request presents to the scheme; the kind of scheme decides.
    associatedtype Credential: SecurityCredential
    /// The users that the scheme finds.
    associatedtype User: AuthenticatedUser

    /// The name in the document.
    static var name: String { get }

    /// The part of a request that holds the credential.
    static var source: CredentialSource { get }

    /// The scopes that the user needs.
    var scopes: [String] { get }

    /// Demands the scheme, and scopes of its user.
    init(_ scopes: String...)

    /// Returns the user whom a credential proves; `nil` if it proves none.
    ///
    /// - Throws: A ``Problem`` to answer with, or any other error, which the client learns of as status 500.
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

/// Several requirements at once: `All(APIKey(), Signed())`.
public struct All: Authentication {
    /// The schemes of all the requirements.
    public let requirement: SecurityRequirement

    /// Demands each of these.
    public init(_ requirements: any Authentication...) { requirement = SecurityRequirement(all: requirements) }
}

/// Anonymous access: the requirement `{}` of `security`.
public struct Anonymous: Authentication {
    /// Demands nothing.
    public init() {}

    /// No scheme.
    public var requirement: SecurityRequirement { SecurityRequirement([]) }
}
