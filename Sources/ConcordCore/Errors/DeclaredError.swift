extension _Core {
    /// A response that an operation declares for an error, and the conversion of the error to the response.
    public struct DeclaredError: Sendable {
        let key: StatusKey
        let matches: @Sendable (any Error) -> Bool
        let respond: @Sendable (any Error, HTTPResponse.Status, APIRequest) throws -> APIResponse

        /// Declares errors of a serializer's type.
        public static func of<T: WireValue>(
            _ key: StatusKey,
            _ type: T.Type,
            content: [MediaType] = []
        ) -> DeclaredError {
            of(key, type) { value, status, request in
                // A problem's member has to say what the status line says (RFC 9457, section 3.1.2).
                if let problem = value as? Problem, content.isEmpty { return problem.response(status) }
                return try request.respond(status, value, Wire.value(T.self), content: content)
            }
        }

        /// Declares errors of a response's type.
        public static func of<T: ResponseValue>(
            _ key: StatusKey,
            _ type: T.Type,
            content: [MediaType] = []
        ) -> DeclaredError {
            of(key, type) { value, status, request in try value.response(status, to: request) }
        }

        /// Declares a type whose values can't be thrown.
        @_disfavoredOverload
        public static func of<T>(_ key: StatusKey, _ type: T.Type, content: [MediaType] = []) -> DeclaredError {
            DeclaredError(key: key, matches: { _ in false }, respond: { error, _, _ in throw error })
        }

        private static func of<T>(
            _ key: StatusKey,
            _ type: T.Type,
            _ respond: @escaping @Sendable (T, HTTPResponse.Status, APIRequest) throws -> APIResponse
        ) -> DeclaredError {
            DeclaredError(key: key, matches: { $0 is T }) { error, status, request in
                guard let value = error as? T else { throw error }
                return try respond(value, status, request)
            }
        }
    }
}

extension APIRequest {
    /// Returns the declared response for a thrown error.
    ///
    /// The status is the first of these that exists: the status that the error was thrown with, the error's own status
    /// (``StatusError``), and the only status that its type is declared for. A range results in its first status, and
    /// the default in status 500.
    ///
    /// - Throws: The error, if the operation declares no response for it, or `_Core.AmbiguousStatus` if it declares
    ///   several and the error doesn't select one.
    public func respond(to error: any Error, _ declared: [_Core.DeclaredError]) throws -> APIResponse {
        let stated = error as? ErrorWithStatus
        let error = stated?.error ?? error
        let candidates = declared.filter { $0.matches(error) }.sorted { $0.key.breadth < $1.key.breadth }
        guard let first = candidates.first else {
            guard let problem = error as? Problem else { throw error }
            throw UndeclaredProblem(problem: problem.with(stated?.status ?? problem.status))
        }
        if let status = stated?.status ?? (error as? any StatusError)?.httpStatus {
            if let declared = candidates.first(where: { $0.key.covers(status) }) {
                return try declared.respond(error, status, self)
            }
            // A problem may have been declared by the document without a line of the operation.
            if let problem = error as? Problem { throw UndeclaredProblem(problem: problem.with(status)) }
            logger.warning(
                "'\(type(of: error))' was thrown with status \(status.code), which the operation does not declare.")
            return try first.respond(error, status, self)
        }
        let codes = candidates.filter { $0.key.breadth == 0 }
        if codes.count > 1 { throw _Core.AmbiguousStatus(error: error, keys: codes.map(\.key)) }
        return try first.respond(error, first.key.representative, self)
    }
}

/// A problem that an operation threw but doesn't declare with `@Response`.
struct UndeclaredProblem: Error {
    let problem: Problem
}

extension _Core {
    /// The error for a thrown error whose type an operation declares for several statuses, if the error doesn't select
    /// one.
    public struct AmbiguousStatus: Error, CustomStringConvertible {
        /// The thrown error.
        public let error: any Error
        let keys: [StatusKey]

        /// A description with the type, its statuses, and the solution.
        public var description: String {
            let codes = keys.map { String($0.representative.code) }
            return "'\(type(of: error))' is declared for the statuses \(list(codes, "and")); throw it with(status:), "
                + "or declare its 'status' and the conformance to StatusError: \(error)"
        }
    }
}

extension StatusKey {
    fileprivate var breadth: Int {
        switch self {
        case .code: 0
        case .range: 1
        case .default: 2
        }
    }

    /// Returns whether the key includes a status.
    func covers(_ status: HTTPResponse.Status) -> Bool {
        switch self {
        case .code(let code): code == status.code
        case .range(let text): text.utf8.first == String(status.code).utf8.first
        case .default: true
        }
    }
}
