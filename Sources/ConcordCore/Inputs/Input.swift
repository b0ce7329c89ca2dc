/// What reads itself from the inputs of a request: what `@Parameter` and `@RequestBody` make of a type.
public protocol Input: Sendable {
    /// Reads the value; nil, with a report to `inputs`, where the request's is not as declared.
    init?(from inputs: inout Inputs) async throws
}
