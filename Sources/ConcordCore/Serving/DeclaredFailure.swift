/// A response that an operation declares beside its main one, and the error that, thrown, becomes it.
public struct DeclaredFailure: Sendable {
    let status: StatusKey
    let respond: @Sendable (_ error: any Error, _ status: Int, _ request: HTTPRequest) throws -> HTTPResponse?

    private init(
        _ status: StatusKey,
        _ respond: @escaping @Sendable (any Error, Int, HTTPRequest) throws -> HTTPResponse?
    ) {
        self.status = status
        self.respond = respond
    }

    /// Errors of a serializer's type.
    public static func of<T: WireValue>(
        _ status: StatusKey,
        _ type: T.Type,
        content: [MediaType] = []
    ) -> DeclaredFailure {
        DeclaredFailure(status) { error, status, request in
            try (error as? T).map { try request.respond(status, $0, Wire.value(T.self), content: content) }
        }
    }

    /// Errors of a response's type.
    public static func of<T: ResponseValue>(
        _ status: StatusKey,
        _ type: T.Type,
        content: [MediaType] = []
    ) -> DeclaredFailure {
        DeclaredFailure(status) { error, status, request in
            try (error as? T).map { try $0.response(status, to: request) }
        }
    }

    /// A type whose values can't be thrown.
    @_disfavoredOverload
    public static func of<T>(_ status: StatusKey, _ type: T.Type, content: [MediaType] = []) -> DeclaredFailure {
        DeclaredFailure(status) { _, _, _ in nil }
    }
}

extension HTTPRequest {
    /// The declared response that a thrown error stands for; throws the error again where none is declared.
    ///
    /// Of several declared with its type, a single status comes before a range and a range before the default.
    public func respond(to error: any Error, _ declared: [DeclaredFailure]) throws -> HTTPResponse {
        let stated = error as? ErrorWithStatus
        for failure in declared.sorted(by: { $0.status.breadth < $1.status.breadth }) {
            let status = stated?.status ?? failure.status.representative
            if let response = try failure.respond(stated?.error ?? error, status, self) { return response }
        }
        throw stated?.error ?? error
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
}

/// An error and the status to answer with.
struct ErrorWithStatus: Error {
    let error: any Error
    let status: Int
}

extension Error {
    /// The error with the status to answer with, where it is declared for a range or for the default: `throw problem.with(status: 409)`.
    public func with(status: Int) -> any Error { ErrorWithStatus(error: self, status: status) }
}
