/// A type that declares inputs for several operations: a filter, a pagination, a permission or a throttle.
///
/// `@Filter`, `@Pagination`, `@Permission`, `@Throttle` make the value for one request, whose wrapped properties hold what
/// the request gives. A type without wrapped properties is the same for every request.
public protocol RequestPart: Sendable {
    /// This value with the inputs of one request; nil, with a report to `inputs`, where they are not as declared.
    func bound(to inputs: inout _Core.Inputs) async throws -> Self?
}

extension RequestPart {
    /// The value itself: it takes nothing from a request.
    public func bound(to inputs: inout _Core.Inputs) async throws -> Self? { self }
}
