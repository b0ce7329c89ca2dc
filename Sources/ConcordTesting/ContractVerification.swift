import ConcordCore
import ConcordOpenAPI
import ConcordServer
import HTTPTypes

/// Checks the responses that a test receives against the document of the API.
struct ContractVerification: Sendable {
    private let check: DocumentCheck
    private let paths: RequestHandler
    private let prefix: String

    /// Creates a verification that reads the document of the API itself, or returns `nil` if the API has no document or
    /// the app checks no responses.
    init?(_ paths: RequestHandler, _ check: DocumentCheck?, _ app: AppConfiguration, prefix: String = "") {
        guard !app.contractChecks.isOff, let check else { return nil }
        self.check = check
        self.paths = paths
        self.prefix = prefix
    }

    /// Throws if a response violates the document.
    ///
    /// - Throws: ``ContractBreach``.
    func verify(_ response: TestResponse, to request: HTTPRequest) throws {
        let target = request.path ?? "/"
        guard target.hasPrefix(prefix) else { return }
        let path = target.dropFirst(prefix.count).prefix { $0 != "?" }
        guard let documented = paths.documentedPath(of: String(path)) else { return }
        let observed = ResponseContract.ObservedResponse(
            status: response.status.code, headers: response.headers.map { ($0.name.rawName, $0.value) },
            content: request.method == .head ? nil : response.bytes)
        let breaches = check.breaches(in: observed, method: request.method.rawValue, path: documented)
        if breaches.isEmpty { return }
        throw ContractBreach(request: "\(request.method.rawValue) \(target)", breaches: breaches, response: response)
    }
}

/// The error for a response that violates the document of its API.
public struct ContractBreach: Error, CustomStringConvertible {
    /// The method and target of the request.
    public let request: String
    /// The violations, one sentence for each.
    public let breaches: [String]
    /// The response.
    public let response: TestResponse

    /// A description with the request, the violations and the start of the body.
    public var description: String {
        let body = response.text.prefix(500)
        return """
            The response to \(request) breaks the API's document:
            \(breaches.map { "- \($0)" }.joined(separator: "\n"))
            The response was \(response.status.code) \(body)
            """
    }
}
