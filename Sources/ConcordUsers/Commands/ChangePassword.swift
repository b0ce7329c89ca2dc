public import ArgumentParser
import Concord

/// `changepassword NAME`: changes the password of a user, and ends the user's sessions.
public struct ChangePassword: AsyncParsableCommand {
    /// The name and description of the command.
    public static let configuration = CommandConfiguration(
        commandName: "changepassword", abstract: "Change the password of a user.",
        discussion: "The environment variable SUPERUSER_PASSWORD provides the password when there is no terminal.")

    @Argument(help: "The username.")
    var username: String

    @Flag(help: "Do not prompt for values.")
    var noInput = false

    /// Creates the command.
    public init() {}

    /// Changes the password.
    ///
    /// - Throws: `ValidationError` if no user has the name, or the password is not valid.
    public func run() async throws {
        let user = try await User.named(username)
        try await user.setPassword(Terminal(isInteractive: !noInput).newPassword(for: user))
        print("Changed the password of '\(user.username)'.")
    }
}
