extension _Core {
    /// An error that the client learns of as a problem, wherever it is thrown: that an object does not exist, for example.
    public protocol RefusingError: Error {
        /// What the client learns; nil where it learns nothing but that the server failed.
        var refusal: Problem? { get }
    }
}
