import HTTPTypes

/// The problems that a server reports about any request.
extension Problem {
    /// The problem of a path without operations.
    package static func noResource(at path: some StringProtocol) -> Problem {
        Problem(404, "No resource at '\(path)'.")
    }

    /// The problem of a method that the path has no operation for.
    package static func notAllowed(_ method: HTTPRequest.Method, allowed: [String]) -> Problem {
        let list = allowed.joined(separator: ", ")
        return Problem(
            405, "Method \(method.rawValue) is not allowed. Allowed: \(list).", headers: HTTPFields(["Allow": list]))
    }

    /// The problem of a failure in the server, whose details only the log has.
    package static func failure(of id: String) -> Problem {
        Problem(500, "The server failed to handle the request.", members: ["requestId": .string(id)])
    }
}
