/// How passwords are hashed and which passwords are accepted.
public struct PasswordSettings: Sendable {
    /// How new passwords are hashed. A password with another algorithm or other parameters gets a new hash when its
    /// user signs in.
    public var hashing: PasswordHashing = .scrypt()
    /// The rules for new passwords.
    public var validators: [any PasswordValidator] = [
        MinimumLengthValidator(8), UserAttributeSimilarityValidator(), CommonPasswordValidator(),
        NumericPasswordValidator(),
    ]
    /// How long the key in a mail for a forgotten password works.
    public var resetTimeout: Duration = .seconds(3600)

    /// Creates settings with the defaults.
    public init() {}
}
