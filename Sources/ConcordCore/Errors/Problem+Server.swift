import HTTPTypes

/// The problems that a server reports for any request.
extension Problem {
    /// The problem for a path without operations.
    package static func noResource(at path: some StringProtocol) -> Problem {
        Problem(404, "No resource at '\(path)'.")
    }

    /// The problem for a method that the path doesn't support.
    package static func notAllowed(_ method: HTTPRequest.Method, allowed: [String]) -> Problem {
        let list = allowed.joined(separator: ", ")
        return Problem(
            405, "Method \(method.rawValue) is not allowed. Allowed: \(list).", headers: HTTPFields(["Allow": list]))
    }

    /// The problem for a failure in the server. Only the log contains the details.
    package static func failure(of id: String) -> Problem {
        Problem(500, "The server failed to handle the request.", members: ["requestId": .string(id)])
    }
}
