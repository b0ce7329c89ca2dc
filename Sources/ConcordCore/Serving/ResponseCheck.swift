/// Checks responses against the document of an API, and creates example responses.
package protocol ResponseCheck: Sendable {
    /// Returns the parts of a response that violate the document, one sentence for each.
    ///
    /// - Parameters:
    ///   - response: The response.
    ///   - method: The method of the operation.
    ///   - path: The path of the operation in the document.
    func breaches(in response: APIResponse, method: String, path: String) -> [String]

    /// Returns a successful response of an operation, from the examples in the document or from its schema, or `nil` if
    /// the document provides neither.
    func example(method: String, path: String) -> APIResponse?
}
