extension _Core {
    /// An error that the client receives as a problem wherever it is thrown, for example if an object does not exist.
    public protocol RefusingError: Error {
        /// The problem that the client receives, or `nil` for a response of status 500 without details.
        var refusal: Problem? { get }
    }
}
