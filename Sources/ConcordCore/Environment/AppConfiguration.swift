/// The configuration of an app, which its `configure` function sets before the app serves requests.
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

    /// The treatment of query parameters that the operation doesn't declare.
    public var unknownQueryParameters = AppConfiguration.UnknownQueryParameters.ignored

    /// The limits of requests. A request that exceeds them gets status 400, 414 or 431.
    public var limits = APIRequest.Limits()
    /// Which responses are checked against the document: all in debug builds, none in release builds.
    public var contractChecks = ContractChecks.ofBuild

    /// The response to operations that throw ``NotImplemented``.
    public var unimplementedOperations = AppConfiguration.UnimplementedOperations.refused

    /// Pages beside the operations of the API, such as those with forms. The document doesn't describe them.
    public var pages = AppPages()

    /// The configuration of the modules that serve the API, such as middleware and services.
    package var parts: [ObjectIdentifier: any Sendable] = [:]

    /// Creates a configuration with default values.
    public init() {}

    /// Sets the verification of credentials for a security scheme that Concord provides.
    ///
    /// - Parameters:
    ///   - scheme: The scheme: `BearerAuthentication.self`.
    ///   - user: Returns the user that a credential authenticates, or `nil` if it is invalid.
    public mutating func authenticate<Scheme: ReadySecurityScheme, User: AuthenticatedUser>(
        _ scheme: Scheme.Type,
        _ user: @escaping @Sendable (Scheme.Credential) async throws -> User?
    ) {
        environment[Scheme.verification] = Verification<Scheme.Credential> { try await user($0) }
    }
}

extension AppConfiguration {
    /// The response to operations that throw ``NotImplemented``.
    public enum UnimplementedOperations: Sendable {
        /// The client gets status 501.
        case refused
        /// The client gets a successful response of the document: its example, or values that its schema accepts.
        case answeredByExample
    }
}

extension AppConfiguration {
    /// The treatment of query parameters that an operation doesn't declare.
    public enum UnknownQueryParameters: Sendable {
        /// The parameter is ignored.
        case ignored
        /// The response has status 400 and names the parameter.
        case refused
    }
}
