/// An API in the form that servers use, created from a type (``API``) or a value (``SpecifiedAPI``).
public struct ServedAPI: Sendable {
    /// The name of the type.
    public let name: String
    /// The name of the type with its enclosing types, as written in an extension.
    package var qualifiedName: String { _Core.qualifiedName(of: type) }
    /// The type of the API.
    package let type: any Any.Type
    /// The paths and their operations.
    public let routes: [_Core.Route]
    /// The document and its reference page.
    public let document: _Core.EmbeddedDocument?
    /// The models that the app lists, and the models of its installed apps.
    package let statedModels: [any Model.Type]
    /// The models in the module of the app.
    package let declaredModels: [any Model.Type]
    /// The installed apps.
    package let installedApps: [any InstalledApp.Type]
    /// Changes the settings of the app before the server starts.
    public let configure: @Sendable (inout AppConfiguration) async throws -> Void

    init(
        _ type: any Any.Type,
        routes: [_Core.Route],
        authentication: [any Authentication],
        document: _Core.EmbeddedDocument?,
        models: [any Model.Type],
        installedApps: [any InstalledApp.Type],
        declaredModels: [any Model.Type] = [],
        configure: @escaping @Sendable (inout AppConfiguration) async throws -> Void
    ) {
        name = String(describing: type)
        self.type = type
        self.routes = routes.map { route in
            var route = route
            route.access.authentication = route.access.authentication ?? authentication
            return route
        }
        self.document = document
        statedModels = models + installedApps.flatMap { $0.models }
        self.declaredModels = declaredModels
        self.installedApps = installedApps
        self.configure = configure
    }

    /// Returns the settings of the app after its `configure` function.
    ///
    /// - Parameter changes: A closure that changes the settings after that function.
    public func configuration(
        _ changes: (inout AppConfiguration) async throws -> Void = { _ in }
    ) async throws -> AppConfiguration {
        try await configuration(startingWith: AppConfiguration(), changes)
    }

    /// Returns the settings of the app: the given ones, after the app's `configure` function has changed them.
    package func configuration(
        startingWith configuration: AppConfiguration,
        _ changes: (inout AppConfiguration) async throws -> Void = { _ in }
    ) async throws -> AppConfiguration {
        var configuration = configuration
        configuration.environment.models = statedModels + declaredModels
        for app in installedApps { try await app.configure(&configuration) }
        try await configure(&configuration)
        try await changes(&configuration)
        return configuration
    }
}

extension ServedAPI {
    /// Returns the problems that prevent the API from being served with these settings, one sentence for each.
    package func problems(with configuration: AppConfiguration) -> [String] {
        var problems: [String] = []
        if let missing = unverifiedSchemes(with: configuration) {
            problems += missing.description.split(separator: "\n").map(String.init)
        }
        var seen: Set<String> = []
        for route in routes {
            for operation in route.operations where !seen.insert("\(operation.method) \(route.path)").inserted {
                problems.append("several operations handle \(operation.method) \(route.path)")
            }
        }
        return problems
    }

    /// The error for schemes without a verification, unless the app accepts every credential for them.
    func unverifiedSchemes(with configuration: AppConfiguration) -> UnverifiedSchemes? {
        guard configuration.unimplementedSchemes == .refused else { return nil }
        return UnverifiedSchemes(self, configuration.environment)
    }

    /// Whether a view limits the rate of requests.
    package var hasThrottles: Bool { routes.contains { !$0.access.throttles.isEmpty } }

    /// The method, path, operation ID and authentication of each operation.
    package var operationSummaries: [[String]] {
        routes.flatMap { route in
            route.operations.map { operation in
                let alternatives = AccessControl(operation, route.access).requirements.map { requirement in
                    requirement.isAnonymous ? "anonymous" : requirement.schemes.map(\.name).joined(separator: " and ")
                }
                return [
                    operation.method, route.path, operation.operationID ?? "-",
                    alternatives.isEmpty ? "none" : alternatives.joined(separator: " or "),
                ]
            }
        }
    }
}
