public import Concord

/// The settings of ``Users``, which the `configure` function of an API changes:
///
///     static func configure(_ app: inout AppConfiguration) async throws {
///         app.users.sessions.idleTimeout = .seconds(3600)
///         app.users.mailer = PostmarkMailer()
///     }
public struct UserSettings: Sendable {
    /// The model of users that the app declares with ``UserModel()``, or ``User``.
    public internal(set) var model: any UserAccount.Type = User.self
    /// How passwords are hashed and which passwords are accepted.
    public var passwords = PasswordSettings()
    /// How long sessions last, and the attributes of their cookie.
    public var sessions = SessionSettings()
    /// How many attempts to sign in may fail.
    public var signIn = SignInLimits()
    /// How long tokens last.
    public var tokens = TokenSettings()
    /// Sends mail to users. By default, the log gets the messages.
    public var mailer: any Mailer = LogMailer()

    /// Creates settings with the defaults.
    public init() {}
}

extension AppEnvironment {
    /// The settings of ``Users``.
    @Entry public var users: UserSettings = UserSettings()
}

extension AppConfiguration {
    /// The settings of ``Users``.
    public var users: UserSettings {
        get { environment.users }
        set { environment.users = newValue }
    }
}
