import ArgumentParser
import Concord

extension User {
    /// Returns the user with a username that a command has as its argument.
    ///
    /// - Throws: `ValidationError` if no user has the name.
    static func named(_ username: String) async throws -> User {
        let name = normalizedUsername(username)
        guard let user = try await objects.filter({ $0.username == name }).first() else {
            throw ValidationError("No user '\(name)'.")
        }
        return user
    }
}
