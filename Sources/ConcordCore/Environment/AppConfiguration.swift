import Foundation

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

    /// The treatment of query parameters that an operation doesn't declare.
    public var unknownQueryParameters = AppConfiguration.UnknownQueryParameters.ignored

    /// The limits of requests. A request that exceeds them gets status 400, 414 or 431.
    public var limits = APIRequest.Limits()

    /// The folder for temporary files, which store large parts of multipart bodies. The default is the folder of the
    /// system.
    ///
    /// The default folder is in memory on some systems. The files have no name, so the folder appears to stay empty.
    public var temporaryFolder = AppConfiguration.systemTemporaryFolder

    static let systemTemporaryFolder = FileManager.default.temporaryDirectory.path

    /// The share of the responses that is checked against the document: all in debug builds, and none in release
    /// builds.
    public var contractChecks = ContractChecks.ofBuild

    /// The response to operations that throw ``NotImplemented``.
    public var unimplementedOperations = AppConfiguration.UnimplementedOperations.refused

    /// Pages of the app, such as HTML forms, in addition to the operations of the API. The document doesn't describe
    /// them.
    public var pages = AppPages()

    /// The treatment of credentials for security schemes that throw ``NotImplemented``.
    public var unimplementedSchemes = AppConfiguration.UnimplementedSchemes.refused

    /// Returns the response that clients get instead of a problem.
    private var problemConversion: (@Sendable (Problem) -> APIResponse?)?

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
    /// Converts each ``Problem`` to another error, for a document whose errors don't have the format of RFC 9457:
    ///
    ///     app.convertProblems { problem in
    ///         PetError(code: problem.status.code, message: problem.detail ?? problem.title)
    ///     }
    ///
    /// The response keeps the status and the header fields of the problem. A problem is not converted if the operation
    /// declares its type.
    ///
    /// - Parameters:
    ///   - mediaType: The media type of the response, which is written as JSON.
    ///   - error: Returns the error, or `nil` to keep the problem.
    public mutating func convertProblems<Value: WireValue>(
        as mediaType: MediaType = .json, _ error: @escaping @Sendable (Problem) -> Value?
    ) {
        problemConversion = { problem in
            guard let value = error(problem) else { return nil }
            var writer = _Core.JSONWriter(side: .response)
            value.write(to: &writer)
            return APIResponse(problem.status, mediaType, .bytes(writer.bytes), headers: problem.headers)
        }
    }

    /// Returns the response for a problem.
    package func response(to problem: Problem) -> APIResponse { problemConversion?(problem) ?? problem.response }
}

extension AppConfiguration {
    /// The response to operations that throw ``NotImplemented``.
    public enum UnimplementedOperations: Sendable {
        /// The client gets status 501.
        case refused
        /// The client gets a successful response that the document describes: its example, or values that its schema
        /// accepts.
        case answeredByExample
    }
}

extension AppConfiguration {
    /// The treatment of credentials for security schemes that throw ``NotImplemented``.
    public enum UnimplementedSchemes: Sendable {
        /// No credential is valid, and an app that requires a built-in scheme without a verification does not start.
        case refused
        /// Every credential is valid, and has all the scopes that the operation requires. Use it for mock servers.
        case acceptAnyCredential
    }
}

extension AppConfiguration {
    /// The treatment of query parameters that an operation doesn't declare.
    public enum UnknownQueryParameters: Sendable {
        /// The parameter is ignored.
        case ignored
        /// The client gets status 400 with the name of the parameter.
        case refused
    }
}
