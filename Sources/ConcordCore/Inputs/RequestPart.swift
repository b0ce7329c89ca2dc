/// A type that declares inputs for several operations: a filter, pagination, permission or throttle.
///
/// `@Filter`, `@Pagination`, `@Permission`, and `@Throttle` create a copy of the value for each request, with the
/// inputs of the request in its wrapped properties. A type without wrapped properties is the same for every request.
public protocol RequestPart: Sendable {
    /// Returns the value with the inputs of a request. If they are not valid, reports the errors to `inputs` and
    /// returns `nil`.
    func bound(to inputs: inout _Core.Inputs) async throws -> Self?
}

extension RequestPart {
    /// Returns the value itself, because it has no inputs.
    public func bound(to inputs: inout _Core.Inputs) async throws -> Self? { self }
}
