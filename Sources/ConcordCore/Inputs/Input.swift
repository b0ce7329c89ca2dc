extension _Core {
    /// What reads itself from the inputs of a request: what `@Parameter` and `@RequestBody` make of a type.
    public protocol Input: Sendable {
        /// Reads the value. If the request doesn't hold a valid one, reports that to `inputs` and fails.
        init?(from inputs: inout Inputs) async throws
    }
}

extension _Core.Inputs {
    /// Reads a value that says itself where in the request it is found.
    public mutating func value<Value: _Core.Input>(_ type: Value.Type) async throws -> Value? {
        try await Value(from: &self)
    }
}

extension _Core {
    /// Reads a body that says itself which media types it has: `@Body change: Change`, a `@RequestBody` type.
    public struct InputReader<Value: Input>: Sendable {}
}

extension _Core.Inputs {
    /// Reads a body that says itself which media types it has; what is said where it is used adds nothing.
    public mutating func body<Value>(
        _ reader: _Core.InputReader<Value>,
        required: Bool = true,
        content: [MediaType] = [],
        rules: _Core.Rules? = nil
    ) async throws -> Value? {
        if !required, try await request.body.bytes().isEmpty { return nil }
        return try await Value(from: &self)
    }
}
