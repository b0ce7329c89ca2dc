import Concord
import ConcordDatabase
import Foundation

// The check of a request reads the credential and its user with one statement, by the unique index of the key.

extension QuerySet<Session> {
    /// Returns the sessions with their users.
    func withUser() async throws -> [(Session, User)] {
        try await values {
            (
                $0.id, $0.created, $0.lastUsed, $0.expires, $0.address, $0.userAgent,
                $0.user.id, $0.user.username, $0.user.email, $0.user.isEmailVerified, $0.user.firstName,
                $0.user.lastName, $0.user.isActive, $0.user.isStaff, $0.user.isSuperuser, $0.user.lastLogin,
                $0.user.dateJoined
            )
        }.map { row in
            let user = User(
                id: row.6, username: row.7, email: row.8, isEmailVerified: row.9, firstName: row.10, lastName: row.11,
                isActive: row.12, isStaff: row.13, isSuperuser: row.14, lastLogin: row.15, dateJoined: row.16)
            let session = Session(
                id: row.0, user: user.id, created: row.1, lastUsed: row.2, expires: row.3, address: row.4,
                userAgent: row.5)
            return (session, user)
        }
    }
}

extension QuerySet<Token> {
    /// Returns the tokens with their users.
    func withUser() async throws -> [(Token, User)] {
        try await values {
            (
                $0.id, $0.keyHash, $0.name, $0.scope, $0.created, $0.expires, $0.lastUsed,
                $0.user.id, $0.user.username, $0.user.email, $0.user.isEmailVerified, $0.user.firstName,
                $0.user.lastName, $0.user.isActive, $0.user.isStaff, $0.user.isSuperuser, $0.user.lastLogin,
                $0.user.dateJoined
            )
        }.map { row in
            let user = User(
                id: row.7, username: row.8, email: row.9, isEmailVerified: row.10, firstName: row.11,
                lastName: row.12, isActive: row.13, isStaff: row.14, isSuperuser: row.15, lastLogin: row.16,
                dateJoined: row.17)
            let token = Token(
                id: row.0, keyHash: row.1, name: row.2, user: user.id, scope: row.3, created: row.4, expires: row.5,
                lastUsed: row.6)
            return (token, user)
        }
    }
}
