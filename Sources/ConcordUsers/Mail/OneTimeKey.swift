import Concord
import ConcordDatabase
import Foundation
import Logging

extension OneTimeToken {
    /// Sends an email to all users with this address, ignoring case, who can sign in. Errors are logged.
    static func mailPasswordReset(to email: String, _ logger: Logger) async {
        do {
            let users = try await User.objects
                .filter { $0.email.equals(ignoringCase: email) && $0.isActive == true }.limit(5).fetch()
            for user in users {
                let lifetime = AppEnvironment.current.users.passwords.resetTimeout
                try await mail(.passwordReset, to: user, lifetime, subject: "Reset your password") { key in
                    """
                    Someone requested a new password for the account '\(user.username)'. If this wasn't you, ignore this message.

                    To choose a new password, use this key: \(key)
                    """
                }
            }
        } catch {
            logger.error("Can't send the password reset email", metadata: ["error": "\(error)"])
        }
    }

    /// Sends an email to the address of a user.
    ///
    /// - Throws: The error of the mailer, or `DatabaseError`.
    static func mailEmailVerification(to user: User) async throws {
        try await mail(.emailVerification, to: user, .seconds(3 * 86_400), subject: "Verify your email address") {
            key in
            "To verify the email address of the account '\(user.username)', use this key: \(key)"
        }
    }

    private static func mail(
        _ purpose: Mail.Purpose, to user: User, _ lifetime: Duration, subject: String, text: (String) -> String
    ) async throws {
        let key = RandomKey.text()
        let stored: Purpose = purpose == .passwordReset ? .passwordReset : .emailVerification
        try await OneTimeToken.objects.filter { $0.user == user.id && $0.purpose == stored }.delete()
        try await OneTimeToken.objects.create(
            OneTimeToken(
                id: 0, keyHash: RandomKey.hash(of: key), purpose: stored, user: user.id, email: user.email,
                expires: AppEnvironment.current.now() + lifetime))
        try await AppEnvironment.current.users.mailer.send(
            Mail(purpose: purpose, user: user, address: user.email, subject: subject, text: text(key), key: key))
    }

    /// Returns the user to whom a key was sent. Returns `nil` if the key has expired or has been used, or if the user's
    /// address has changed.
    static func user(ofKey key: String, for purpose: Purpose) async throws -> User? {
        let hash = RandomKey.hash(of: key)
        let now = AppEnvironment.current.now()
        let token = try await OneTimeToken.objects.filter {
            $0.keyHash == hash && $0.purpose == purpose && $0.expires > now
        }.first()
        guard let token else { return nil }
        return try await User.objects.filter {
            $0.id == token.user && $0.email == token.email && $0.isActive == true
        }.first()
    }

    /// Invalidates a key, and returns whether it was valid. Of two requests with the same key, only one gets `true`.
    static func use(_ key: String, for purpose: Purpose) async throws -> Bool {
        let hash = RandomKey.hash(of: key)
        return try await OneTimeToken.objects.filter { $0.keyHash == hash && $0.purpose == purpose }.delete() == 1
    }
}

extension User {
    /// Records that the user received a key at the address, which is therefore verified.
    func noteVerifiedEmail() async throws {
        try await User.objects.filter { $0.id == id && $0.email == email }.update(.set(\.isEmailVerified, to: true))
    }
}
