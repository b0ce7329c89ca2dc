public import ArgumentParser
import Concord

/// `changepassword NAME`: changes the password of a user and ends the user's sessions.
public struct ChangePassword: AsyncParsableCommand {
    /// The name and the abstract.
    public static let configuration = CommandConfiguration(
        commandName: "changepassword", abstract: "Change the password of a user.",
        discussion: "The environment variable SUPERUSER_PASSWORD has the password where nobody can type it.")

    @Argument(help: "The name that the user signs in with.")
    var username: String

    @Flag(help: "Ask for nothing.")
    var noInput = false

    /// Creates the command.
    public init() {}

    /// Changes the password.
    ///
    /// - Throws: `ValidationError` if no user has the name, or the password is not valid.
    public func run() async throws {
        let name = User.normalizedUsername(username)
        guard let user = try await User.objects.filter({ $0.username == name }).first() else {
            throw ValidationError("There is no user '\(name)'.")
        }
        try await user.setPassword(Terminal(isInteractive: !noInput).newPassword(for: user))
        print("The password of '\(name)' is changed.")
    }
}
