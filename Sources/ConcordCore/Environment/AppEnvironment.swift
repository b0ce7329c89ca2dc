/// The dependencies of an app: clients, services, stores, and whatever else its code shares.
///
/// An app declares what it needs in an extension, each with a default, and sets it in its `configure` function:
///
///     extension AppEnvironment {
///         @Entry var forecasts: any ForecastService = LiveForecasts()
///     }
///
///     static func configure(_ app: inout AppConfiguration) async throws {
///         app.environment.forecasts = LiveForecasts(key: try apiKey())
///     }
///
/// All requests, and all tests of a process, share the default of an entry: an app that keeps state sets it in `configure`.
///
/// ``Environment`` reads a dependency in views, filters, permissions, throttles, security schemes, paginations and
/// management commands. The environment is a value: it is bound for the time of a request or a command, so tests with
/// different dependencies run side by side.
public struct AppEnvironment: Sendable {
    private var values: [ObjectIdentifier: any Sendable] = [:]

    /// Creates an environment in which every dependency has its default.
    public init() {}

    /// The value of an entry; its default if none is set.
    public subscript<Value>(entry: _Core.EnvironmentEntry<Value>) -> Value {
        get { values[ObjectIdentifier(entry)] as? Value ?? entry.defaultValue }
        set { values[ObjectIdentifier(entry)] = newValue }
    }

    @TaskLocal static var bound: AppEnvironment?

    /// The environment of the request or the command that the current task works for; the defaults outside of both.
    public static var current: AppEnvironment { bound ?? AppEnvironment() }

    /// Runs an operation in which this environment is the current one.
    public func run<Result>(
        isolation: isolated (any Actor)? = #isolation,
        _ operation: () async throws -> Result
    ) async rethrows -> Result {
        try await Self.$bound.withValue(self, operation: operation, isolation: isolation)
    }
}

extension AppEnvironment {
    /// The request that the current task answers, with its user; `nil` outside of a request.
    ///
    /// `@Environment(\.request)` gives it to values that live longer than a request, such as the implementations of a
    /// document's operations.
    public var request: APIRequest? { APIRequest.current }
}

extension _Core {
    /// What `@Entry` makes of a property of ``AppEnvironment``: its identity and its default.
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
    /// The environment in which the property was made, for tasks that inherit no task-local values.
    private let surrounding: AppEnvironment?

    /// Reads the dependency that a key path names.
    public init(_ keyPath: KeyPath<AppEnvironment, Value> & Sendable) {
        self.keyPath = keyPath
        surrounding = AppEnvironment.bound
    }

    /// The dependency in the environment of the current task.
    public var wrappedValue: Value { (AppEnvironment.bound ?? surrounding ?? AppEnvironment())[keyPath: keyPath] }
}

extension Environment: Decodable {
    /// Throws: a dependency comes from the environment, and never from a decoder.
    ///
    /// swift-argument-parser demands the conformance of a command's properties, and keeps the value that the property has.
    public init(from decoder: any Decoder) throws {
        throw DecodingError.dataCorrupted(
            DecodingError.Context(
                codingPath: decoder.codingPath, debugDescription: "an environment's value cannot be decoded"))
    }
}
