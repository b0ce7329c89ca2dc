public import ArgumentParser
import Concord
import Foundation

/// `clearsessions`: deletes expired sessions, tokens, and keys that were sent by email.
public struct ClearSessions: AsyncParsableCommand {
    /// The name and description of the command.
    public static let configuration = CommandConfiguration(
        commandName: "clearsessions", abstract: "Delete sessions and tokens that are no longer valid.")

    /// Creates the command.
    public init() {}

    /// Deletes the expired objects, and prints their number.
    public func run() async throws {
        let now = AppEnvironment.current.now()
        let oldest = now - AppEnvironment.current.users.sessions.idleTimeout
        let sessions = try await Session.objects.filter { $0.expires <= now || $0.lastUsed <= oldest }.delete()
        let tokens = try await Token.objects.filter { $0.expires <= now }.delete()
        let keys = try await OneTimeToken.objects.filter { $0.expires <= now }.delete()
        print("Deleted: \(sessions) sessions, \(tokens) tokens, \(keys) one-time keys.")
    }
}
