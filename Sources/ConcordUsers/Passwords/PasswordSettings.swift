/// The settings for hashing and validating passwords.
public struct PasswordSettings: Sendable {
    /// The hash algorithm for new passwords. A password with another algorithm or other parameters is hashed again when
    /// its user signs in.
    public var hashing: PasswordHashing = .scrypt()
    /// The rules for new passwords.
    public var validators: [any PasswordValidator] = [
        MinimumLengthValidator(8), UserAttributeSimilarityValidator(), CommonPasswordValidator(),
        NumericPasswordValidator(),
    ]
    /// The duration for which the key in a password reset email is valid.
    public var resetTimeout: Duration = .seconds(3600)

    /// Creates settings with default values.
    public init() {}
}
