import ConcordOpenAPI

/// The credentials of the first security requirement, with placeholders for the secrets.
struct SampleCredentials {
    private(set) var headers: [(name: String, value: String)] = []
    private(set) var query: [String] = []
    private(set) var cookies: [String] = []

    static let tokenPlaceholder = "YOUR_ACCESS_TOKEN"
    static let keyPlaceholder = "YOUR_API_KEY"
    static let basicPlaceholder = "YOUR_CREDENTIALS"

    init(_ entry: OperationEntry, _ page: PageContext) {
        let requirements = entry.operation.security ?? page.security ?? []
        for (name, _) in requirements.first?.schemes ?? [] {
            guard let stated = page.site.securitySchemes[name] else { continue }
            add(page.components.resolved(stated))
        }
    }

    private mutating func add(_ scheme: SecurityScheme) {
        switch (scheme.type, scheme.in) {
        case ("http"?, _) where scheme.scheme?.lowercased() == "basic":
            headers.append(("Authorization", "Basic \(Self.basicPlaceholder)"))
        case ("http"?, _):
            let name = scheme.scheme.map { $0.lowercased() == "bearer" ? "Bearer" : $0 } ?? "Bearer"
            headers.append(("Authorization", "\(name) \(Self.tokenPlaceholder)"))
        case ("oauth2"?, _), ("openIdConnect"?, _):
            headers.append(("Authorization", "Bearer \(Self.tokenPlaceholder)"))
        case ("apiKey"?, "header"?): headers.append((scheme.name ?? "", Self.keyPlaceholder))
        case ("apiKey"?, "query"?):
            query.append("\(URLEncoding.component(scheme.name ?? ""))=\(Self.keyPlaceholder)")
        case ("apiKey"?, "cookie"?): cookies.append("\(scheme.name ?? "")=\(Self.keyPlaceholder)")
        default: break
        }
    }
}
