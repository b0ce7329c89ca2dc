import ConcordCore
import ConcordOpenAPI
import Synchronization

/// Checks responses against the document that an API embeds, and creates example responses for operations without code.
///
/// The document is read when the first response is checked.
package final class DocumentCheck: ResponseCheck {
    private let json: String
    /// The contract: `.some(nil)` if the document can't be read, or `nil` before the first response.
    private let contract = Mutex<ResponseContract??>(nil)
    /// The responses of operations without code, by method and path. `.some(nil)` means that no example exists.
    private let examples = Mutex<[String: APIResponse?]>([:])

    /// Creates a check against the document of an API, or returns `nil` if the API doesn't embed one.
    package init?(_ api: ServedAPI) {
        guard let document = api.document else { return nil }
        json = document.json
    }

    package func breaches(in response: APIResponse, method: String, path: String) -> [String] {
        var content: [UInt8]?
        if case .bytes(let bytes) = response.body, method != "HEAD" { content = bytes }
        return breaches(
            in: ResponseContract.ObservedResponse(
                status: response.status.code,
                headers: response.headers.map { ($0.name.rawName, $0.value) }, content: content),
            method: method, path: path)
    }

    package func example(method: String, path: String) -> APIResponse? {
        let key = "\(method) \(path)"
        if let known = examples.withLock({ $0[key] }) { return known }
        let example = makeExample(method: method, path: path)
        examples.withLock { $0[key] = .some(example) }
        return example
    }

    private func makeExample(method: String, path: String) -> APIResponse? {
        guard let example = read()?.example(method: method, path: path) else { return nil }
        var response = APIResponse(HTTPResponse.Status(code: example.status))
        for (name, value) in example.headers { response.headers.append(name, value) }
        response.body = .bytes(example.content ?? [])
        return response
    }

    /// Returns the parts of a response that violate the document, one sentence for each.
    package func breaches(
        in response: ResponseContract.ObservedResponse, method: String, path: String
    ) -> [String] {
        read()?.breaches(in: response, method: method, path: path) ?? []
    }

    private func read() -> ResponseContract? {
        contract.withLock { known in
            let read = known ?? ResponseContract(json: Array(json.utf8))
            known = .some(read)
            return read
        }
    }
}
