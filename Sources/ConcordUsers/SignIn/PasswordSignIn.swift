public import Concord
import ConcordDatabase
import Foundation

/// The result of an attempt to sign in with a username and password.
public enum PasswordSignIn: Sendable {
    /// The user has this username and password.
    case signedIn(User)
    /// No user has this username and password, or the user is not active.
    case refused
    /// Too many attempts for the account or from the address have failed. The password was not checked.
    case throttled
}

extension User {
    /// Finds the user with a username and password, and records the attempt in the audit log.
    ///
    /// The function takes the same time whether or not a user has the name.
    ///
    /// - Parameters:
    ///   - username: The username.
    ///   - password: The password.
    ///   - request: The request, whose address is recorded in the audit log.
    /// - Throws: `DatabaseError`.
    public static func authenticate(
        _ username: String, _ password: String, for request: APIRequest
    ) async throws -> PasswordSignIn {
        let name = normalizedUsername(username)
        guard let attempt = try await SignInAttempt.begin(name, request) else { return .throttled }
        let user = try await User.objects.filter { $0.username == name }.first()
        guard try await verify(password, of: user), var user, user.isActive else { return .refused }
        let now = AppEnvironment.current.now()
        user.lastLogin = now
        try await User.objects.filter { $0.id == user.id }.update(.set(\.lastLogin, to: now))
        try await attempt.succeed(user)
        return .signedIn(user)
    }
}

// The views state the problems of an attempt where they throw them, since the document is made from it.
extension SignInLimits {
    /// The header fields that tell a client when it can try again.
    package static var retryHeaders: HTTPFields {
        [.retryAfter: String(Int(AppEnvironment.current.users.signIn.period.seconds))]
    }
}

extension SignInAttempt {
    /// Records an attempt as a failure before the password is checked, so that concurrent attempts count too. Returns
    /// `nil` if too many attempts have failed.
    fileprivate static func begin(_ username: String, _ request: APIRequest) async throws -> SignInAttempt? {
        let limits = AppEnvironment.current.users.signIn
        var attempt = try await SignInAttempt.objects.create(
            SignInAttempt(
                id: 0, username: String(username.prefix(150)), address: request.remoteAddress,
                userAgent: request.headers[.userAgent].map { String($0.prefix(300)) }, outcome: .failed,
                created: AppEnvironment.current.now()))
        guard try await attempt.exceeds(limits) else { return attempt }
        attempt.outcome = .throttled
        try await attempt.save()
        request.logger.warning("Too many attempts to sign in", metadata: ["address": "\(attempt.address ?? "unknown")"])
        return nil
    }

    /// Returns whether the failures of the account or of the address, including this attempt, exceed the limits.
    private func exceeds(_ limits: SignInLimits) async throws -> Bool {
        let start = created - limits.period
        let counted = SignInAttempt.objects.filter {
            $0.created > start && $0.isCounted == true && $0.outcome == .failed
        }
        if try await counted.filter({ $0.username == username }).count() > limits.failuresPerAccount { return true }
        guard let address else { return false }
        return try await counted.filter { $0.address == address }.count() > limits.failuresPerAddress
    }

    /// Records that the user signed in, and clears the earlier failures of the account.
    fileprivate func succeed(_ user: User) async throws {
        let start = created - AppEnvironment.current.users.signIn.period
        try await SignInAttempt.objects
            .filter { $0.username == username && $0.created > start && $0.outcome == .failed }
            .update(.set(\.isCounted, to: false))
        try await SignInAttempt.objects.filter { $0.id == id }
            .update(.set(\.outcome, to: .succeeded), .set(\.user, to: user.id))
    }
}
