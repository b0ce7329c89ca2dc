extension _Core {
    /// An error that the client learns of as a problem, wherever it is thrown: that an object does not exist, for example.
    public protocol RefusingError: Error {
        /// The problem that the client receives, or `nil` for a response of status 500 without details.
        var refusal: Problem? { get }
    }
}
