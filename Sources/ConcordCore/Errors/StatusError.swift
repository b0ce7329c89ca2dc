/// An error that knows the status of the response that it becomes.
///
/// A `@Serializer` type conforms by declaring `var status: Int` and the conformance; an operation may then declare it for
/// several statuses:
///
///     @Serializer
///     struct Conflict: StatusError {
///         var status: Int
///         var message: String
///     }
///
/// A value whose status the operation does not declare is sent with its status all the same, and logged.
public protocol StatusError: Error {
    /// `Int` or `HTTPResponse.Status`.
    associatedtype StatusValue: _Core.StatusNumber
    /// The status of the response.
    var status: StatusValue { get }
}

extension _Core {
    /// A type that a status can be stated in: `Int` and `HTTPResponse.Status`.
    public protocol StatusNumber: Sendable {
        /// The status; `nil` for a number that is no status.
        var httpStatus: HTTPResponse.Status? { get }
    }
}

extension Int: _Core.StatusNumber {
    /// The status; `nil` for a number outside 100 to 999.
    public var httpStatus: HTTPResponse.Status? {
        (100...999).contains(self) ? HTTPResponse.Status(code: self) : nil
    }
}

extension HTTPResponse.Status: _Core.StatusNumber {
    /// The status itself.
    public var httpStatus: HTTPResponse.Status? { self }
}

extension StatusError {
    /// The status of the response; `nil` if the value states none that HTTP knows.
    var httpStatus: HTTPResponse.Status? { status.httpStatus }
}

/// An error and the status to answer with.
struct ErrorWithStatus: Error {
    let error: any Error
    let status: HTTPResponse.Status
}

extension Error {
    /// Returns the error with the status of the response: `throw missing.with(status: 404)`.
    ///
    /// It serves errors that an operation declares for a range of statuses, for the default, or for several statuses.
    public func with(status: HTTPResponse.Status) -> any Error { ErrorWithStatus(error: self, status: status) }
}
