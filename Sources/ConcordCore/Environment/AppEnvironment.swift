/// The dependencies of an app, such as clients, services, and stores.
///
/// An app declares its dependencies in an extension, each with a default, and sets them in its `configure` function:
///
///     extension AppEnvironment {
///         @Entry var forecasts: any ForecastService = LiveForecasts()
///     }
///
///     static func configure(_ app: inout AppConfiguration) async throws {
///         app.environment.forecasts = LiveForecasts(key: try apiKey())
///     }
///
/// All requests and all tests in a process share the default of an entry. If it has state, set a new value in
/// `configure` instead.
///
/// ``Environment`` reads a dependency in views, filters, permissions, throttles, security schemes, paginations, and
/// management commands. The environment is a value that is bound for the duration of a request or command, so tests
/// with different dependencies can run concurrently.
public struct AppEnvironment: Sendable {
    private var values: [ObjectIdentifier: any Sendable] = [:]

    /// Creates an environment with the default of every dependency.
    public init() {}

    /// The value of an entry, or its default if no value is set.
    public subscript<Value>(entry: _Core.EnvironmentEntry<Value>) -> Value {
        get { values[ObjectIdentifier(entry)] as? Value ?? entry.defaultValue }
        set { values[ObjectIdentifier(entry)] = newValue }
    }

    @TaskLocal static var bound: AppEnvironment?

    /// The environment of the request or command that the current task performs, or the default environment outside
    /// both.
    public static var current: AppEnvironment { bound ?? AppEnvironment() }

    /// Runs an operation with this environment as the current one.
    public func run<Result>(
        isolation: isolated (any Actor)? = #isolation,
        _ operation: () async throws -> Result
    ) async rethrows -> Result {
        try await Self.$bound.withValue(self, operation: operation, isolation: isolation)
    }
}

extension AppEnvironment {
    /// The request that the current task handles, with its user, or `nil` outside of a request.
    ///
    /// `@Environment(\.request)` provides it to values that outlive a request, such as the implementations of a
    /// document's operations.
    public var request: APIRequest? { APIRequest.current }
}

extension AppEnvironment {
    private static let modelsEntry = _Core.EnvironmentEntry<[any Model.Type]>([])

    /// The models that the app lists, the models in its module, and those of its installed apps.
    package var models: [any Model.Type] {
        get { self[Self.modelsEntry] }
        set { self[Self.modelsEntry] = newValue }
    }
}

extension _Core {
    /// The entry that `@Entry` creates for a property of ``AppEnvironment``. It identifies the property, and contains
    /// its default.
    public final class EnvironmentEntry<Value: Sendable>: Sendable {
        let defaultValue: Value

        /// Creates an entry with a default.
        public init(_ defaultValue: Value) { self.defaultValue = defaultValue }
    }
}

/// A dependency of the app, read from its ``AppEnvironment``.
///
///     @View("/stations/{id}/forecast")
///     struct StationForecast {
///         @Path var id: UUID
///         @Environment(\.forecasts) var forecasts
///
///         @GET("getForecast")
///         func get() async throws -> Forecast { try await forecasts.forecast(at: id) }
///     }
@propertyWrapper
public struct Environment<Value>: Sendable {
    private let keyPath: KeyPath<AppEnvironment, Value> & Sendable
    /// The environment in which the property was created, for tasks that don't inherit task-local values.
    private let surrounding: AppEnvironment?

    /// Creates a property that reads the dependency at a key path.
    public init(_ keyPath: KeyPath<AppEnvironment, Value> & Sendable) {
        self.keyPath = keyPath
        surrounding = AppEnvironment.bound
    }

    /// The dependency in the environment of the current task.
    public var wrappedValue: Value { (AppEnvironment.bound ?? surrounding ?? AppEnvironment())[keyPath: keyPath] }
}

extension Environment: Decodable {
    /// Throws an error, because a dependency is never decoded.
    ///
    /// swift-argument-parser requires this conformance of a command's properties, but keeps the value of the property.
    public init(from decoder: any Decoder) throws {
        throw DecodingError.dataCorrupted(
            DecodingError.Context(
                codingPath: decoder.codingPath, debugDescription: "an environment's value cannot be decoded"))
    }
}
