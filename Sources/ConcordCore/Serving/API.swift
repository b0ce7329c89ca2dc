import ConcordNames

/// An API: the views that are served together and described by one document. `@API` adds the conformance to an enum.
public protocol API: Sendable {
    /// The views, in the order of the document.
    static var views: [any View.Type] { get }

    /// The default security requirements. The expansion of `@API` takes them from `static let authentication`.
    static var defaultAuthentication: [any Authentication] { get }

    /// The document and its reference page, which the build plugin embeds, or `nil` without the plugin.
    static var document: _Core.EmbeddedDocument? { get }

    /// The models from other modules that the app stores. Without the build plugin, these are all models of the app.
    static var models: [any Model.Type] { get }

    /// The models in the module of the app. The build plugin generates them.
    static var declaredModels: _Core.DeclaredModels { get }

    /// The installed apps, such as `Users`, with their models and settings.
    static var installedApps: [any InstalledApp.Type] { get }

    /// Changes the settings of the app before the server starts, or before a management command runs.
    ///
    /// - Throws: Any error. It prevents the app from starting.
    static func configure(_ app: inout AppConfiguration) async throws
}

extension API {
    /// The default: no views.
    public static var views: [any View.Type] { [] }

    /// The default without the build plugin: no document.
    public static var document: _Core.EmbeddedDocument? { nil }

    /// The default: no additional models.
    public static var models: [any Model.Type] { [] }

    /// The default without the build plugin: no models.
    public static var declaredModels: _Core.DeclaredModels { [] }

    /// The default: no installed apps.
    public static var installedApps: [any InstalledApp.Type] { [] }

    /// The default: changes no settings.
    public static func configure(_ app: inout AppConfiguration) async throws {}

    /// The API in the form that servers use.
    public static var served: ServedAPI {
        ServedAPI(
            self, routes: views.flatMap { $0.routes },
            authentication: defaultAuthentication, document: document, models: models,
            installedApps: installedApps, declaredModels: declaredModels.types, configure: configure)
    }
}

/// An API whose implementation is an instance. The build plugin for OpenAPI documents generates a conforming type for a
/// document.
public protocol SpecifiedAPI: Sendable {
    /// The document and its reference page.
    static var document: _Core.EmbeddedDocument? { get }

    /// The paths and their operations.
    var routes: [_Core.Route] { get }

    /// The models of the app.
    static var models: [any Model.Type] { get }

    /// The installed apps, such as `Users`, with their models and settings.
    static var installedApps: [any InstalledApp.Type] { get }

    /// Changes the settings of the app before the server starts, or before a management command runs.
    ///
    /// - Throws: Any error. It prevents the app from starting.
    func configure(_ app: inout AppConfiguration) async throws
}

extension SpecifiedAPI {
    /// The default: no models.
    public static var models: [any Model.Type] { [] }

    /// The default: no installed apps.
    public static var installedApps: [any InstalledApp.Type] { [] }

    /// The default: changes no settings.
    public func configure(_ app: inout AppConfiguration) async throws {}

    /// The API in the form that servers use.
    public var served: ServedAPI {
        ServedAPI(
            Self.self, routes: routes, authentication: [], document: Self.document,
            models: Self.models, installedApps: Self.installedApps, configure: configure)
    }
}

extension _Core {
    /// The models that a module declares.
    public struct DeclaredModels: ExpressibleByArrayLiteral, Sendable {
        package let types: [any Model.Type]

        /// Creates a value with the types of the models.
        public init(arrayLiteral types: any Model.Type...) { self.types = types }
    }

    /// The document of an API and its reference page.
    public struct EmbeddedDocument: Sendable {
        /// The document as YAML, served at `/openapi.yaml`.
        public let yaml: String
        /// The document as JSON, served at `/openapi.json`.
        public let json: String
        /// The reference page as HTML, served at `/docs`.
        public let page: String

        /// Creates a value with the document in both formats and the reference page.
        public init(yaml: String, json: String, page: String) {
            self.yaml = yaml
            self.json = json
            self.page = page
        }

        /// The routes of the document and its reference page.
        var routes: [Route] {
            [
                route("/openapi.yaml", "application/yaml", yaml),
                route("/openapi.json", .json, json),
                route(
                    "/docs", "text/html; charset=utf-8", servedPage,
                    headers: ["Content-Security-Policy": policy + "; frame-ancestors 'none'"]),
            ]
        }

        /// The Content-Security-Policy in the head of the page. The header repeats it, so that it applies before
        /// the page is read.
        private var policy: String {
            guard let start = page.firstRange(of: "http-equiv=\"Content-Security-Policy\" content=\"") else {
                return "default-src 'none'"
            }
            return String(page[start.upperBound...].prefix { $0 != "\"" }).replacing("&#39;", with: "'")
        }

        /// The page. In a debug build, it can send requests to the app.
        private var servedPage: String {
            #if DEBUG
                ReferenceConsole.enabled(in: page)
            #else
                page
            #endif
        }

        private func route(
            _ path: String, _ type: MediaType, _ text: String, headers: KeyValuePairs<String, String> = [:]
        )
            -> Route
        {
            let get = ViewOperation("GET", nil) { _ in
                APIResponse(200, type, .bytes(Array(text.utf8)), headers: HTTPFields(headers))
            }
            return Route(path, [get], access: AccessSettings())
        }
    }
}
