/// Everything that is served together, and one document: what `@API` makes of an enum.
public protocol API: Sendable {
    /// The paths, in the document's order.
    static var views: [any View.Type] { get }

    /// How a request proves who sends it, in views that state nothing else.
    static var authentication: [any Authentication] { get }

    /// The document and its page, which the build plugin embeds; nil where there is none.
    static var document: EmbeddedDocument? { get }
}

extension API {
    /// Without a view, nothing is served but the document.
    public static var views: [any View.Type] { [] }

    /// Nobody has to prove anything.
    public static var authentication: [any Authentication] { [] }

    /// Without the build plugin there is no document.
    public static var document: EmbeddedDocument? { nil }
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
                "/docs", "text/html; charset=utf-8", page,
                // The page needs nothing but its own styles, whatever text a document smuggles into it.
                headers: [
                    "Content-Security-Policy":
                        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
                ]),
        ]
    }

    private func route(_ path: String, _ type: MediaType, _ text: String, headers: HTTPHeaders = [:]) -> Route {
        let get = ViewOperation("GET", nil) { _ in
            HTTPResponse(200, type, .bytes(Array(text.utf8)), headers: headers)
        }
        return Route(path, [get])
    }
}
