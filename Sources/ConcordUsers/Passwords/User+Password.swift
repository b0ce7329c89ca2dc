import Concord
import Foundation

extension User {
    /// Changes the password. Other sessions of the user end, and password reset emails that were already sent become
    /// invalid.
    ///
    /// - Parameters:
    ///   - password: The new password.
    ///   - session: The session that doesn't end.
    /// - Throws: `DatabaseError`.
    public func setPassword(_ password: String, keeping session: Session? = nil) async throws {
        let hashing = AppEnvironment.current.users.passwords.hashing
        let hash = try await PasswordWork.run { try PasswordHash(of: password, hashing).text }
        try await Database.current.transaction {
            try await store(hash: hash)
            try await endSessions(except: session)
            try await OneTimeToken.objects.filter { $0.user == id && $0.purpose == .passwordReset }.delete()
        }
    }

    /// Returns whether the user has a password. If it is stored with another algorithm or other parameters, it is
    /// hashed again.
    ///
    /// If the user has no password, the function takes the same time.
    ///
    /// - Throws: `DatabaseError`.
    public func hasPassword(_ password: String) async throws -> Bool {
        try await Self.verify(password, of: self)
    }

    /// Returns whether a user has a password. Without a user, the function takes the same time.
    static func verify(_ password: String, of user: User?) async throws -> Bool {
        let hashing = AppEnvironment.current.users.passwords.hashing
        let stored = try await user?.storedHash()
        let isRight = try await PasswordWork.run {
            guard let stored else {
                // The same work as for a wrong password.
                _ = try PasswordHash(of: password, hashing)
                return false
            }
            return stored.matches(password)
        }
        if isRight, let user, let stored, stored.hashing != hashing {
            try await user.store(hash: PasswordWork.run { try PasswordHash(of: password, hashing).text })
        }
        return isRight
    }

    private func storedHash() async throws -> PasswordHash? {
        try await Password.objects.filter { $0.user == id }.first().flatMap { PasswordHash($0.hash) }
    }

    private func store(hash: String) async throws {
        try await Password.objects.bulkInsert(
            [Password(id: 0, user: id, hash: hash, changed: AppEnvironment.current.now())],
            onConflict: .update(\.hash, \.changed, of: \.user))
    }
}

extension User {
    /// Creates a user with a password.
    ///
    /// - Parameters:
    ///   - username: The name to sign in with.
    ///   - email: The address for mail.
    ///   - password: The password, or `nil` for a user who can't sign in with a password.
    ///   - change: A closure that changes the user before it is stored.
    /// - Throws: `ConstraintViolation` if another user already has the name.
    @discardableResult
    public static func create(
        _ username: String, email: String = "", password: String?, _ change: (inout User) -> Void = { _ in }
    ) async throws -> User {
        var user = User(
            id: 0, username: normalizedUsername(username), email: email, dateJoined: AppEnvironment.current.now())
        change(&user)
        let hashing = AppEnvironment.current.users.passwords.hashing
        let hash = try await password.asyncMap { password in
            try await PasswordWork.run { try PasswordHash(of: password, hashing).text }
        }
        return try await Database.current.transaction { [user] in
            let stored = try await User.objects.create(user)
            if let hash { try await stored.store(hash: hash) }
            return stored
        }
    }
}

extension Optional {
    fileprivate func asyncMap<Result>(_ transform: (Wrapped) async throws -> Result) async rethrows -> Result? {
        if let self { try await transform(self) } else { nil }
    }
}
