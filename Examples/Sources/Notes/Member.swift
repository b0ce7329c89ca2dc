import Concord

/// Someone with notes.
struct Member: AuthenticatedUser {
    let name: String
    var identifier: String { name }
    var isAdministrator: Bool { name == "root" }
    /// What the member's token allows.
    var scopes: Set<String>
}

/// A token that the member got when signing in.
@SecurityScheme(.http("bearer"))
struct SignedIn {
    @Environment(\.tokens) var tokens

    func user(of credential: BearerCredential) async throws -> Member? {
        await tokens.member(credential.token)
    }
}

/// The tokens of all members.
protocol TokenStore: Sendable {
    /// Returns the member whom a token belongs to; `nil` for a token that is not known.
    func member(_ token: String) async -> Member?
}

/// Tokens that never expire, for as long as there is no database.
struct FixedTokens: TokenStore {
    private let members = [
        "ada-token": Member(name: "ada", scopes: ["notes:delete"]),
        "bob-token": Member(name: "bob", scopes: []),
    ]

    func member(_ token: String) async -> Member? { members[token] }
}

extension AppEnvironment {
    /// Who is signed in.
    @Entry var tokens: any TokenStore = FixedTokens()
}
