public import ArgumentParser
import Concord
import Foundation

/// `createtoken NAME`: creates a token for a user and prints it.
public struct CreateToken: AsyncParsableCommand {
    /// The name and the abstract.
    public static let configuration = CommandConfiguration(
        commandName: "createtoken", abstract: "Create a token of a user.",
        discussion: "The token is printed, and can't be read again.")

    @Argument(help: "The username.")
    var username: String

    @Option(help: "What the token is for.")
    var name = ""

    @Option(name: .customLong("scope"), help: "A scope that the token grants.")
    var scopes: [String] = []

    @Option(help: "The number of days that the token lasts. (default: as long as a token of POST /auth/token)")
    var days: Int?

    /// Creates the command.
    public init() {}

    /// Creates the token.
    ///
    /// - Throws: `ValidationError` if no user has the name.
    public func run() async throws {
        let user = try await User.named(username)
        if let days, !(1...36_500).contains(days) { throw ValidationError("'--days' must be from 1 to 36500.") }
        let lifetime = days.map { Duration.seconds($0 * 86_400) } ?? AppEnvironment.current.users.tokens.lifetime
        print(try await Token.create(for: user, name: name, scopes: Set(scopes), lifetime: lifetime).key)
    }
}
