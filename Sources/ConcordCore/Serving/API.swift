import ConcordNames

/// Everything that is served together, and has one document: what `@API` makes of an enum.
public protocol API: Sendable {
    /// The paths, in the document's order.
    static var views: [any View.Type] { get }

    /// The security requirements of operations whose views state none; the expansion of `@API` takes them from
    /// `static let authentication`.
    static var defaultAuthentication: [any Authentication] { get }

    /// The document and its page, which the build plugin embeds; `nil` without the plugin.
    static var document: _Core.EmbeddedDocument? { get }

    /// The models of other modules that the app stores, and those of an app without the build plugin.
    static var models: [any Model.Type] { get }

    /// The models that the app's module declares. The build plugin writes them.
    static var declaredModels: _Core.DeclaredModels { get }

    /// The parts that the API adopts with their models and settings, such as `Users`.
    static var installedApps: [any InstalledApp.Type] { get }

    /// Changes the settings of the app before anything is served, or before a management command runs.
    ///
    /// - Throws: Whatever keeps the app from starting.
    static func configure(_ app: inout AppConfiguration) async throws
}

extension API {
    /// Without a view, nothing is served but the document.
    public static var views: [any View.Type] { [] }

    /// Without the build plugin, there is no document.
    public static var document: _Core.EmbeddedDocument? { nil }

    /// No models beside the declared ones and those of the generic views.
    public static var models: [any Model.Type] { [] }

    /// Without the build plugin, the declared models are unknown.
    public static var declaredModels: _Core.DeclaredModels { [] }

    /// No installed apps.
    public static var installedApps: [any InstalledApp.Type] { [] }

    /// Leaves every setting at its default.
    public static func configure(_ app: inout AppConfiguration) async throws {}

    /// What a server serves of this API.
    public static var served: ServedAPI {
        ServedAPI(
            self, routes: views.flatMap { $0.routes },
            authentication: defaultAuthentication, document: document, models: models,
            installedApps: installedApps, declaredModels: declaredModels.types, configure: configure)
    }
}

/// An API made of values: what the spec-first plugin makes of a document, with the app's implementations in it.
public protocol SpecifiedAPI: Sendable {
    /// The document and its page.
    static var document: _Core.EmbeddedDocument? { get }

    /// The paths and their operations.
    var routes: [_Core.Route] { get }

    /// The models of the app.
    static var models: [any Model.Type] { get }

    /// The parts that the API adopts with their models and settings, such as `Users`.
    static var installedApps: [any InstalledApp.Type] { get }

    /// Changes the settings of the app before anything is served, or before a management command runs.
    ///
    /// - Throws: Whatever keeps the app from starting.
    func configure(_ app: inout AppConfiguration) async throws
}

extension SpecifiedAPI {
    /// No models.
    public static var models: [any Model.Type] { [] }

    /// No installed apps.
    public static var installedApps: [any InstalledApp.Type] { [] }

    /// Leaves every setting at its default.
    public func configure(_ app: inout AppConfiguration) async throws {}

    /// What a server serves of this API.
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

    /// The document that an API serves about itself, and the page to read it on.
    public struct EmbeddedDocument: Sendable {
        /// Served at `/openapi.yaml`.
        public let yaml: String
        /// Served at `/openapi.json`.
        public let json: String
        /// Served at `/docs`: one page of HTML.
        public let page: String

        /// Holds the document in both forms, and its page.
        public init(yaml: String, json: String, page: String) {
            self.yaml = yaml
            self.json = json
            self.page = page
        }

        /// The paths at which the document and its page are found.
        var routes: [Route] {
            [
                route("/openapi.yaml", "application/yaml", yaml),
                route("/openapi.json", .json, json),
                route(
                    "/docs", "text/html; charset=utf-8", servedPage,
                    headers: ["Content-Security-Policy": policy + "; frame-ancestors 'none'"]),
            ]
        }

        /// The Content-Security-Policy that the page states in its head. The header repeats it, so that it applies before
        /// the page is read.
        private var policy: String {
            guard let start = page.firstRange(of: "http-equiv=\"Content-Security-Policy\" content=\"") else {
                return "default-src 'none'"
            }
            return String(page[start.upperBound...].prefix { $0 != "\"" }).replacing("&#39;", with: "'")
        }

        /// The page; in a debug build it can send requests to the app.
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
