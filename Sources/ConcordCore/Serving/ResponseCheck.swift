/// Compares responses with the document of an API, and makes some up.
package protocol ResponseCheck: Sendable {
    /// Returns what in a response the document does not allow, one sentence for each finding.
    ///
    /// - Parameters:
    ///   - response: The response.
    ///   - method: The method of the operation.
    ///   - path: The path of the operation, as it stands in the document.
    func breaches(in response: APIResponse, method: String, path: String) -> [String]

    /// Returns a successful response that the document allows for an operation, from its examples or made up; nil if
    /// there is none.
    func example(method: String, path: String) -> APIResponse?
}
