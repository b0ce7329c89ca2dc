import Concord
import Foundation

/// A member, who writes notes.
struct Member: AuthenticatedUser {
    let name: String
    var identifier: String { name }
    var isAdministrator: Bool { name == "root" }
    /// The scopes that the member's token grants.
    var scopes: Set<String>
}

/// A token that a member receives when signing in.
@SecurityScheme(.http("bearer"))
struct SignedIn {
    @Environment(\.tokens) var tokens

    func user(of credential: BearerCredential) async throws -> Member? {
        await tokens.member(credential.token)
    }
}

/// Only the owner of the note.
@Permission
struct OwnsNote: Permission {
    @Path var id: UUID
    @CurrentUser var member: Member
    @Environment(\.notes) var notes

    func allows(_ request: APIRequest) async -> Bool {
        // The view handles a note that doesn't exist.
        guard let note = await notes.note(id) else { return true }
        return note.owner == member.name
    }
}

/// The tokens of all members.
protocol TokenStore: Sendable {
    /// Returns the member that a token belongs to, or `nil` for an unknown token.
    func member(_ token: String) async -> Member?
}

/// Tokens that never expire.
struct FixedTokens: TokenStore {
    private let members = [
        "ada-token": Member(name: "ada", scopes: ["notes:delete"]),
        "bob-token": Member(name: "bob", scopes: []),
    ]

    func member(_ token: String) async -> Member? { members[token] }
}

extension AppEnvironment {
    /// The tokens of all members.
    @Entry var tokens: any TokenStore = FixedTokens()
}
