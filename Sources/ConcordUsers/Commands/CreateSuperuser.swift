public import ArgumentParser
import Concord

/// `createsuperuser`: creates a user with all permissions.
public struct CreateSuperuser: AsyncParsableCommand {
    /// The name and description of the command.
    public static let configuration = CommandConfiguration(
        commandName: "createsuperuser", abstract: "Create a superuser, who has all permissions.",
        discussion: "Without --no-input, the command prompts for missing values. The environment variable "
            + "SUPERUSER_PASSWORD provides the password when there is no terminal.")

    @Option(help: "The user name.")
    var username: String?

    @Option(help: "The email address.")
    var email: String?

    @Flag(help: "Do not prompt for values.")
    var noInput = false

    /// Creates the command.
    public init() {}

    /// Creates the user.
    ///
    /// - Throws: `ValidationError` if the name is already in use, or if a value is missing or not valid.
    public func run() async throws {
        let terminal = Terminal(isInteractive: !noInput)
        let name = User.normalizedUsername(try username ?? terminal.ask("Username: ", option: "--username"))
        guard !name.isEmpty else { throw ValidationError("The username must not be empty.") }
        guard try await !User.objects.filter({ $0.username == name }).exists() else {
            throw ValidationError("A user '\(name)' already exists.")
        }
        let email = try email ?? (noInput ? "" : terminal.ask("Email address: ", option: "--email"))
        let user = User(id: 0, username: name, email: email, dateJoined: AppEnvironment.current.now())
        let password = try terminal.newPassword(for: user)
        try await User.create(name, email: email, password: password) {
            $0.isStaff = true
            $0.isSuperuser = true
        }
        print("Superuser '\(name)' created.")
    }
}
