import Concord
import Foundation

extension UserAccount {
    /// Changes the password. This ends the user's other sessions and invalidates keys for resetting the password.
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
        try await User.verify(password, of: User(self))
    }

    fileprivate func storedHash() async throws -> PasswordHash? {
        try await Password.objects.filter { $0.user == id }.first().flatMap { PasswordHash($0.hash) }
    }

    fileprivate func store(hash: String) async throws {
        try await Password.objects.bulkInsert(
            [Password(id: 0, user: id, hash: hash, changed: AppEnvironment.current.now())],
            onConflict: .update(\.hash, \.changed, of: \.user))
    }
}

extension User {
    /// Returns whether a password is the user's. This takes equally long if there is no user.
    static func verify(_ password: String, of user: User?) async throws -> Bool {
        let hashing = AppEnvironment.current.users.passwords.hashing
        let stored = try await user?.storedHash()
        let isRight = try await PasswordWork.run {
            guard let stored else {
                // This takes as long as checking a wrong password.
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
}

extension UserAccount {
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
        _ username: String, email: String = "", password: String?, _ change: (inout Self) throws -> Void = { _ in }
    ) async throws -> Self {
        let now = AppEnvironment.current.now()
        var account = try Self(
            fieldsOf: User(id: 0, username: normalizedUsername(username), email: email, dateJoined: now))
        try change(&account)
        let hashing = AppEnvironment.current.users.passwords.hashing
        let hash = try await password.asyncMap { password in
            try await PasswordWork.run { try PasswordHash(of: password, hashing).text }
        }
        return try await Database.current.transaction { [account] in
            let stored = try await account.inserted(as: AppEnvironment.current.users.model)
            if let hash { try await stored.store(hash: hash) }
            return stored
        }
    }

    /// Stores the user with the fields of the app's model.
    private func inserted<Account: UserAccount>(as model: Account.Type) async throws -> Self {
        if model == Self.self || model == User.self { return try await Self.objects.create(self) }
        return try await Self(fieldsOf: Account.objects.create(Account(fieldsOf: self)))
    }

    /// Creates a user with the fields of another user model. Its own fields have their defaults.
    package init(fieldsOf account: some UserAccount) throws {
        var values = _Core.FieldValues<Self>()
        for field in Self.fields { if let value = account.value(of: field) { values.set(field, value) } }
        guard let new = Self(values.filled()) else { throw MissingDefault(model: Self.self) }
        self = new
    }

    private func value<Other: UserAccount>(of field: _Core.ModelField<Other>) -> FieldValue<Other>? {
        Self.field(named: field.name)?.fieldValue(of: self).flatMap { field.value($0) }
    }
}

/// A field of an app's user model has neither a default nor an empty value.
private struct MissingDefault: Error, CustomStringConvertible {
    let model: any Model.Type

    var description: String { "A field of '\(model)' that only the app can fill needs a default value." }
}

extension Optional {
    fileprivate func asyncMap<Result>(_ transform: (Wrapped) async throws -> Result) async rethrows -> Result? {
        if let self { try await transform(self) } else { nil }
    }
}
