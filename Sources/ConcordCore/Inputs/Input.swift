extension _Core {
    /// A type that reads its value from a request. `@Parameter` and `@RequestBody` add the conformance.
    public protocol Input: Sendable {
        /// Reads the value from a request. If it is not valid, reports the errors to `inputs` and returns `nil`.
        init?(from inputs: inout Inputs) async throws
    }
}

extension _Core.Inputs {
    /// Reads a value whose type declares its location in the request.
    public mutating func value<Value: _Core.Input>(_ type: Value.Type) async throws -> Value? {
        try await Value(from: &self)
    }
}

extension _Core {
    /// The reader of a body whose type declares its media types, such as a `@RequestBody` type in `@Body change:
    /// Change`.
    public struct InputReader<Value: Input>: Sendable {}
}

extension _Core.Inputs {
    /// Reads a body whose type declares its media types. The media types of the input itself are ignored.
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
