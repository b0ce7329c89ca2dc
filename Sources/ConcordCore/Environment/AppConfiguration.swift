/// The settings of an app, which its `configure` function changes before anything is served.
///
///     @API(title: "Weather", version: "1.0.0")
///     enum WeatherAPI {
///         static func configure(_ app: inout AppConfiguration) async throws {
///             app.environment.forecasts = LiveForecasts()
///             app.authenticate(BearerAuthentication.self) { credential in
///                 try await sessions.member(token: credential.token)
///             }
///         }
///     }
public struct AppConfiguration: Sendable {
    /// The dependencies of the app.
    public var environment = AppEnvironment()

    /// What becomes of a query parameter that the operation does not declare.
    public var unknownQueryParameters = AppConfiguration.UnknownQueryParameters.ignored

    /// What a module that serves an API keeps here: middleware, services.
    package var parts: [ObjectIdentifier: any Sendable] = [:]

    /// Creates a configuration with the default of every setting.
    public init() {}

    /// Verifies the credentials of a security scheme that Concord provides.
    ///
    /// - Parameters:
    ///   - scheme: The scheme: `BearerAuthentication.self`.
    ///   - user: Returns the user whom a credential proves, `nil` if it proves none.
    public mutating func authenticate<Scheme: ReadySecurityScheme, User: AuthenticatedUser>(
        _ scheme: Scheme.Type,
        _ user: @escaping @Sendable (Scheme.Credential) async throws -> User?
    ) {
        environment[Scheme.verification] = Verification<Scheme.Credential> { try await user($0) }
    }
}

extension AppConfiguration {
    /// What becomes of a query parameter that an operation does not declare.
    public enum UnknownQueryParameters: Sendable {
        /// The operation never sees it.
        case ignored
        /// The client gets status 400 and the parameter's name.
        case refused
    }
}
