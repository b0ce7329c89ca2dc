/// The error that an operation without code throws: the client gets status 501.
///
/// A function that verifies credentials and throws it proves nothing: the client gets status 401.
public struct NotImplemented: Error, Sendable {
    /// Creates the error.
    public init() {}
}
