import ConcordNames

extension _Core {
    /// The access settings of the operations of a route: authentication, permissions, and throttles.
    public struct AccessSettings: Sendable {
        var permissions: [any Permission]
        /// The security requirements, or `nil` to inherit them. A request must satisfy one of them.
        var authentication: [any Authentication]?
        var throttles: [any Throttle]

        /// Creates the settings.
        public init(
            permissions: [any Permission] = [],
            authentication: [any Authentication]? = nil,
            throttles: [any Throttle] = []
        ) {
            self.permissions = permissions
            self.authentication = authentication
            self.throttles = throttles
        }
    }
}

extension _Core {
    /// The requirement of an operation with `@CurrentUser`, in addition to its permissions and authentication.
    public enum CurrentUserNeed: Sendable {
        /// The operation has no `@CurrentUser`.
        case none
        /// The operation also accepts anonymous requests.
        case optional
        /// The operation accepts only authenticated requests.
        case required

        fileprivate var anonymousAccess: AnonymousAccess {
            switch self {
            case .none: .unknown
            case .optional: .allowed
            case .required: .refused
            }
        }
    }
}

/// The access control of an operation.
struct AccessControl: Sendable {
    /// The security requirements. A request must satisfy one of them. The array is empty for an operation without
    /// `security`.
    let requirements: [SecurityRequirement]
    private let permissions: [any Permission]
    private let throttles: [any Throttle]
    private let needsUser: Bool

    init(_ operation: _Core.ViewOperation, _ settings: _Core.AccessSettings) {
        permissions = settings.permissions
        throttles = settings.throttles
        needsUser = operation.currentUser == .required
        let stated = (operation.authentication ?? settings.authentication ?? []).map(\.requirement)
        let access = AnonymousAccess.all(
            of: settings.permissions.anonymousAccess(operation.method) + [operation.currentUser.anonymousAccess])
        requirements = access.adjusted(stated, isAnonymous: \.isAnonymous, anonymous: SecurityRequirement([]))
    }

    /// Whether every request is admitted.
    var isOpen: Bool { requirements.isEmpty && permissions.isEmpty && throttles.isEmpty && !needsUser }

    /// Returns the request with its users.
    ///
    /// - Throws: A ``Problem`` with status 401, 403 or 429 if the request is not admitted.
    func admit(_ request: APIRequest) async throws -> APIRequest {
        var request = request
        request.users = try await users(of: request)
        if needsUser, request.user == nil { throw unauthorized(isInvalid: false) }
        var inputs = _Core.Inputs(request)
        guard let permissions = try await permissions.bound(to: &inputs), inputs.isValid else { throw inputs.failure }
        for permission in permissions where try await !permission.allows(request) {
            guard request.user == nil, hasSchemes else { throw Problem(403, "This request is not permitted.") }
            throw unauthorized(isInvalid: false)
        }
        try await throttle(&inputs)
        return request
    }

    private var hasSchemes: Bool { requirements.contains { !$0.isAnonymous } }

    /// Returns the users of the first requirement that the request satisfies.
    private func users(of request: APIRequest) async throws -> [any AuthenticatedUser] {
        var isInvalid = false
        var missingScopes: [String] = []
        for requirement in requirements where !requirement.isAnonymous {
            switch try await requirement.outcome(for: request) {
            case .satisfied(let users): return users
            case .missing: break
            case .invalid: isInvalid = true
            case .lacking(let scopes): missingScopes = missingScopes.isEmpty ? scopes : missingScopes
            }
        }
        // An invalid credential is rejected even if none is required, because the client expects to be authenticated.
        if isInvalid, missingScopes.isEmpty { throw unauthorized(isInvalid: true) }
        if requirements.isEmpty || requirements.contains(where: \.isAnonymous) { return [] }
        throw missingScopes.isEmpty ? unauthorized(isInvalid: false) : insufficient(missingScopes)
    }

    private func unauthorized(isInvalid: Bool) -> Problem {
        var headers = HTTPFields()
        var challenges: [String] = []
        for source in requirements.flatMap(\.schemes).map(\.source) {
            var challenge = source.challenge
            if isInvalid, challenge == "Bearer" { challenge += #" error="invalid_token""# }
            if !challenges.contains(challenge) { challenges.append(challenge) }
        }
        for challenge in challenges { headers.append(HTTPField(name: .wwwAuthenticate, value: challenge)) }
        let detail = isInvalid ? "The credentials are not valid." : "Authentication is required."
        return Problem(401, detail, headers: headers)
    }

    private func insufficient(_ scopes: [String]) -> Problem {
        var headers = HTTPFields()
        headers[.wwwAuthenticate] = #"Bearer error="insufficient_scope", scope="\#(scopes.joined(separator: " "))""#
        return Problem(403, "The credentials lack the scope \(list(scopes, "and")).", headers: headers)
    }

    private func throttle(_ inputs: inout _Core.Inputs) async throws {
        for throttle in throttles {
            guard let throttle = try await throttle.bound(to: &inputs), inputs.isValid else { throw inputs.failure }
            guard let delay = try await throttle.delay(for: inputs.request) else { continue }
            let (seconds, rest) = delay.components
            var headers = HTTPFields()
            headers[.retryAfter] = String(rest > 0 ? seconds + 1 : seconds)
            throw Problem(429, "Too many requests. Try again later.", headers: headers)
        }
    }
}

extension SecurityRequirement {
    fileprivate enum Outcome {
        case satisfied([any AuthenticatedUser])
        /// The request has no credential for one of the schemes.
        case missing
        /// A credential is not valid.
        case invalid
        /// The user lacks these scopes.
        case lacking([String])
    }

    /// Returns the outcome of all schemes for a request.
    fileprivate func outcome(for request: APIRequest) async throws -> Outcome {
        var users: [any AuthenticatedUser] = []
        var lacking: [String] = []
        for scheme in schemes {
            switch try await scheme.verify(request) {
            case .missing: return .missing
            case .invalid: return .invalid
            case .user(let user):
                users.append(user)
                let granted = user.scopes
                lacking += scheme.scopes.filter { !granted.contains($0) }
            }
        }
        return lacking.isEmpty ? .satisfied(users) : .lacking(lacking)
    }
}
