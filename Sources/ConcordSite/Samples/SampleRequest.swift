import ConcordOpenAPI
import ConcordYAML

/// A request with everything that the operation requires, ready to be written in a language.
struct SampleRequest {
    let method: String
    let url: String
    /// The part of the URL from the server.
    let server: String
    var headers: [(name: String, value: String)] = []
    let body: BodySample?

    init(_ entry: OperationEntry, _ page: PageContext) {
        method = entry.method
        server = ServerAddress(entry, page.site).text
        body = entry.requestBody(page.components).flatMap { BodySample($0.content, .request, page.site) }
        var values = ParameterValues(page)
        var path = entry.path
        var query: [String] = []
        var cookies: [String] = []
        for parameter in entry.parameters {
            guard let name = parameter.name else { continue }
            if parameter.location == .path {
                path = path.replacing("{\(name)}", with: values.inPath(parameter))
                continue
            }
            guard parameter.required == true else { continue }
            switch parameter.location {
            case .query?: query += values.inQuery(parameter)
            case .querystring?: query.append(values.text(parameter))
            case .header?: headers.append((name, values.text(parameter)))
            case .cookie?: cookies.append("\(name)=\(values.text(parameter))")
            default: break
            }
        }
        let credentials = SampleCredentials(entry, page)
        headers += credentials.headers
        query += credentials.query
        cookies += credentials.cookies
        if !cookies.isEmpty { headers.append(("Cookie", cookies.joined(separator: "; "))) }
        if let body, !body.isMultipart { headers.append(("Content-Type", body.mediaType)) }
        if let accepted = Self.accepted(entry, page.components) { headers.append(("Accept", accepted)) }
        url = server + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// Returns the media type of the first successful response, if the operation specifies one.
    private static func accepted(_ entry: OperationEntry, _ components: ComponentIndex) -> String? {
        guard let good = entry.operation.responses?.statuses.first(where: { $0.name.hasPrefix("2") }) else {
            return nil
        }
        let types = components.resolved(good.value).content.names
        return types.first(where: BodySample.isJSON) ?? types.first
    }
}

extension BodySample {
    /// Whether the body is a multipart form, whose content type the client completes.
    var isMultipart: Bool {
        if case .multipart = content { true } else { false }
    }
}

/// The URL of the server that an operation's samples use.
struct ServerAddress {
    let text: String

    /// The host of samples if the document specifies none.
    static let placeholder = "https://api.example.com"

    init(_ entry: OperationEntry, _ site: SiteContent) {
        let servers = [entry.servers, entry.pathServers, site.document.servers].first { !$0.isEmpty } ?? []
        text = servers.first.map(Self.address) ?? Self.placeholder
    }

    /// Returns the URL without a trailing slash, with a host and with the defaults of its variables.
    static func address(of server: Server) -> String {
        var address = server.url ?? ""
        for variable in server.variables.prefix(10) {
            guard let value = variable.value.default else { continue }
            address = address.replacing("{\(variable.name)}", with: value)
        }
        while address.hasSuffix("/") { address.removeLast() }
        if address.hasPrefix("//") { return "https:" + address }
        if !address.contains("://") {
            return placeholder + (address.isEmpty || address.hasPrefix("/") ? "" : "/") + address
        }
        return address
    }
}

/// The serialized values of parameters.
private struct ParameterValues {
    private let page: PageContext
    private var samples: SampleValue

    init(_ page: PageContext) {
        self.page = page
        samples = SampleValue(page.site.document, page.components.resolver, .request)
    }

    private mutating func value(_ parameter: Parameter) -> Node {
        let content = parameter.content.first?.value
        let stated = page.components.resolver.values(
            parameter.example ?? content?.example, content?.examples ?? parameter.examples)
        guard let schema = parameter.schema ?? content?.schema else { return stated.first ?? .string("value") }
        return samples.node(for: schema, examples: stated) ?? stated.first ?? .string("value")
    }

    mutating func text(_ parameter: Parameter) -> String {
        Self.text(value(parameter), isJSON: parameter.schema == nil)
    }

    mutating func inPath(_ parameter: Parameter) -> String {
        let text = URLEncoding.component(text(parameter))
        switch parameter.style {
        case "label"?: return "." + text
        case "matrix"?: return ";\(parameter.name ?? "")=\(text)"
        default: return text
        }
    }

    mutating func inQuery(_ parameter: Parameter) -> [String] {
        let name = parameter.name ?? ""
        let key = URLEncoding.component(name)
        let value = value(parameter)
        guard parameter.schema != nil else {
            return ["\(key)=\(URLEncoding.component(Self.text(value, isJSON: true)))"]
        }
        let isExploded = parameter.explode ?? (parameter.style ?? "form" == "form")
        switch value.value {
        case .sequence(let items) where isExploded:
            return items.map { "\(key)=\(URLEncoding.component(Self.text($0, isJSON: false)))" }
        case .sequence(let items):
            let separator = ["spaceDelimited": "%20", "pipeDelimited": "%7C"][parameter.style ?? ""] ?? ","
            return [
                "\(key)="
                    + items.map { URLEncoding.component(Self.text($0, isJSON: false)) }.joined(separator: separator)
            ]
        case .mapping(let mapping) where parameter.style == "deepObject":
            return mapping.entries.map {
                "\(key)%5B\(URLEncoding.component($0.key))%5D=\(URLEncoding.component(Self.text($0.value, isJSON: false)))"
            }
        case .mapping(let mapping) where isExploded:
            return mapping.entries.map {
                "\(URLEncoding.component($0.key))=\(URLEncoding.component(Self.text($0.value, isJSON: false)))"
            }
        default: return ["\(key)=\(URLEncoding.component(Self.text(value, isJSON: false)))"]
        }
    }

    private static func text(_ value: Node, isJSON: Bool) -> String {
        guard !isJSON else { return value.compactJSON }
        switch value.value {
        case .sequence(let items): return items.map { text($0, isJSON: false) }.joined(separator: ",")
        case .mapping(let mapping):
            return mapping.entries.flatMap { [$0.key, text($0.value, isJSON: false)] }.joined(separator: ",")
        case .string(let text): return text
        default: return value.compactJSON
        }
    }
}
