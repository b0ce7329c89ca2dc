extension _Core {
    // What the compiler says where a declaration uses a type that takes no part in an API; nothing of it is ever run.

    /// Stands for the codec of a type that has none.
    public struct NoCodec<Value: Sendable>: Codec {
        // What a protocol's members do is said where the protocol declares them.
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public func read(_ json: inout JSONReader) -> Value? { nil }
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public func write(_ value: Value, to json: inout JSONWriter) {}
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public func check(_ value: Value, _ rules: Rules, _ issues: inout Issues) {}
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public var placeholder: Value? { nil }
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public var shape: WireShape { .any }
    }
}

extension _Core.Wire {
    /// Explains what is missing.
    @available(*, unavailable, message: "this type has no schema; attach @Serializer to its declaration")
    @_disfavoredOverload
    public static func value<T: Sendable>(_ type: T.Type) -> _Core.NoCodec<T> { _Core.NoCodec() }
}

extension APIRequest {
    /// Explains what is missing.
    @available(*, unavailable, message: "the result's type has no schema; attach @Serializer to its declaration")
    @_disfavoredOverload
    public func respond<T>(_ status: HTTPResponse.Status, _ value: T, content: [MediaType] = []) throws -> APIResponse {
        respond(status)
    }
}

extension _Core.Inputs {
    /// Explains what is missing.
    @available(
        *, unavailable,
        message: "nothing says where in a request this is; attach @Group to its type, or wrap the input with @Query"
    )
    @_disfavoredOverload
    public mutating func value<Value>(_ type: Value.Type) async throws -> Value? { nil }
}
