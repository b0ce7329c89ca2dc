public import ArgumentParser
import Concord

/// `createsuperuser`: creates a user with all permissions.
public struct CreateSuperuser: AsyncParsableCommand {
    /// The name and description of the command.
    public static let configuration = CommandConfiguration(
        commandName: "createsuperuser", abstract: "Create a superuser, who has all permissions.",
        discussion: "Without --no-input, the command prompts for missing values. The environment variable "
            + "SUPERUSER_PASSWORD provides the password when there is no terminal.")

    @Option(help: "The username.")
    var username: String?

    @Option(help: "The email address.")
    var email: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("The value of a field of the app's own user model.", valueName: "field=value"))
    var values: [String] = []

    @Flag(help: "Do not prompt for values.")
    var noInput = false

    /// Creates the command.
    public init() {}

    /// Creates the user.
    ///
    /// - Throws: `ValidationError` if the name is taken, or a value is missing or not valid.
    public func run() async throws { try await create(AppEnvironment.current.users.model) }

    private func create<Account: UserAccount>(_ model: Account.Type) async throws {
        let terminal = Terminal(isInteractive: !noInput)
        let name = User.normalizedUsername(try username ?? terminal.ask("Username: ", option: "--username"))
        guard !name.isEmpty else { throw ValidationError("The username must not be empty.") }
        guard try await !User.objects.filter({ $0.username == name }).exists() else {
            throw ValidationError("A user '\(name)' already exists.")
        }
        let email = try email ?? (noInput ? "" : terminal.ask("Email address: ", option: "--email"))
        let own = try OwnFields<Account>(values).assignments(terminal)
        let user = User(id: 0, username: name, email: email, dateJoined: AppEnvironment.current.now())
        let password = try terminal.newPassword(for: user)
        try await Account.create(name, email: email, password: password) { account in
            for assignment in own { assignment.assign(&account) }
            account.isStaff = true
            account.isSuperuser = true
        }
        print("Superuser '\(name)' created.")
    }
}

/// The values of the fields that the app's user model adds.
private struct OwnFields<Account: UserAccount> {
    private var texts: [String: String] = [:]

    private static var fields: [_Core.ModelField<Account>] {
        Account.fields.filter { field in !User.fields.contains { $0.name == field.name } }
    }

    /// Reads arguments of the form `field=value`.
    init(_ arguments: [String]) throws {
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, Self.fields.contains(where: { $0.name == parts[0] }) else {
                let names = Self.fields.map(\.name).joined(separator: ", ")
                throw ValidationError(
                    names.isEmpty
                        ? "The app has no user model of its own, so '--set' has no fields."
                        : "'--set \(argument)' must be FIELD=VALUE. The fields are \(names).")
            }
            texts[String(parts[0])] = String(parts[1])
        }
    }

    /// Returns the given values, and prompts for fields without a default.
    func assignments(_ terminal: Terminal) throws -> [FieldValue<Account>] {
        try Self.fields.compactMap { field in
            guard let text = try texts[field.name] ?? (field.isRequired ? ask(field, terminal) : nil) else {
                return nil
            }
            var issues = _Core.Issues()
            guard let value = field.value(ofForm: .text(text), &issues), issues.isEmpty else {
                let problems = issues.found.map(\.message).joined(separator: ", and ")
                throw ValidationError("The value of '\(field.name)' \(problems.isEmpty ? "is not valid" : problems).")
            }
            return value
        }
    }

    private func ask(_ field: _Core.ModelField<Account>, _ terminal: Terminal) throws -> String {
        try terminal.ask("\(field.options.title ?? field.name): ", option: "--set \(field.name)")
    }
}
