import Concord
import ConcordDatabase

// Checking a request takes one statement, which reads the credential and its user by the unique index of the key.

extension QuerySet<Session> {
    /// The first session and its user.
    func fetch<Account: UserAccount>(with model: Account.Type) async throws -> (Session, any UserAccount)? {
        try await fetch(with: model) { $0.user }.first.map { ($0.object, $0.related) }
    }
}

extension QuerySet<SessionEpoch> {
    /// The user whose sessions have the value.
    func fetch<Account: UserAccount>(with model: Account.Type) async throws -> (any UserAccount)? {
        try await fetch(with: model) { $0.user }.first?.related
    }
}

extension QuerySet<Token> {
    /// The first token and its user.
    func fetch<Account: UserAccount>(with model: Account.Type) async throws -> (Token, any UserAccount)? {
        try await fetch(with: model) { $0.user }.first.map { ($0.object, $0.related) }
    }
}
