/// An error with the status of its response.
///
/// A `@Serializer` type with `var status: Int` conforms if it declares the conformance. An operation can then declare
/// the type for several statuses:
///
///     @Serializer
///     struct Conflict: StatusError {
///         var status: Int
///         var message: String
///     }
///
/// A value whose status the operation doesn't declare is still sent with that status, and logged.
public protocol StatusError: Error {
    /// `Int` or `HTTPResponse.Status`.
    associatedtype StatusValue: _Core.StatusNumber
    /// The status of the response.
    var status: StatusValue { get }
}

extension _Core {
    /// A type that can represent a status: `Int` and `HTTPResponse.Status`.
    public protocol StatusNumber: Sendable {
        /// The status, or `nil` if the number is not a status.
        var httpStatus: HTTPResponse.Status? { get }
    }
}

extension Int: _Core.StatusNumber {
    /// The status, or `nil` for a number outside 100 to 999.
    public var httpStatus: HTTPResponse.Status? {
        (100...999).contains(self) ? HTTPResponse.Status(code: self) : nil
    }
}

extension HTTPResponse.Status: _Core.StatusNumber {
    /// The status itself.
    public var httpStatus: HTTPResponse.Status? { self }
}

extension StatusError {
    /// The status of the response, or `nil` if the value is not a status.
    var httpStatus: HTTPResponse.Status? { status.httpStatus }
}

/// An error with the status of its response.
struct ErrorWithStatus: Error {
    let error: any Error
    let status: HTTPResponse.Status
}

extension Error {
    /// Returns the error with the status of the response: `throw missing.with(status: 404)`.
    ///
    /// Use it for errors that an operation declares for a range of statuses, for the default, or for several statuses.
    public func with(status: HTTPResponse.Status) -> any Error { ErrorWithStatus(error: self, status: status) }
}
