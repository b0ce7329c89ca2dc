public import Concord

/// The settings of ``Users``. The `configure` function of an API changes them:
///
///     static func configure(_ app: inout AppConfiguration) async throws {
///         app.users.sessions.idleTimeout = .seconds(3600)
///         app.users.mailer = PostmarkMailer()
///     }
public struct UserSettings: Sendable {
    /// The user model that the app declares with ``UserModel()``, or ``User``.
    public internal(set) var model: any UserAccount.Type = User.self
    /// The settings for hashing and validating passwords.
    public var passwords = PasswordSettings()
    /// The duration of sessions, and the attributes of their cookie.
    public var sessions = SessionSettings()
    /// The limits on failed attempts to sign in.
    public var signIn = SignInLimits()
    /// The duration of tokens.
    public var tokens = TokenSettings()
    /// The mailer, which sends email to users. By default, emails are only logged.
    public var mailer: any Mailer = LogMailer()

    /// Creates settings with default values.
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
