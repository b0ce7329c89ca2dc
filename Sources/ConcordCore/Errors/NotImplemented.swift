/// The error of an operation without code. The client gets status 501.
///
/// If the verification of a credential throws it, the credential is not valid, and the client gets status 401.
public struct NotImplemented: Error, Sendable {
    /// Creates the error.
    public init() {}
}
