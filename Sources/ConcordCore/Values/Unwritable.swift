extension _Core {
    // Error messages of the compiler for types without a schema. None of these declarations is ever called.

    /// The codec of a type without a schema.
    public struct NoCodec<Value: Sendable>: Codec {
        // The protocol documents its members.
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
    /// Unavailable. The message explains the error.
    @available(*, unavailable, message: "this type has no schema; attach @Serializer to its declaration")
    @_disfavoredOverload
    public static func value<T: Sendable>(_ type: T.Type) -> _Core.NoCodec<T> { _Core.NoCodec() }
}

extension APIRequest {
    /// Unavailable. The message explains the error.
    @available(*, unavailable, message: "the result's type has no schema; attach @Serializer to its declaration")
    @_disfavoredOverload
    public func respond<T>(_ status: HTTPResponse.Status, _ value: T, content: [MediaType] = []) throws -> APIResponse {
        respond(status)
    }
}

extension _Core.Inputs {
    /// Unavailable. The message explains the error.
    @available(
        *, unavailable,
        message: "the input has no source in the request; attach @Group to its type, or mark the input with @Query"
    )
    @_disfavoredOverload
    public mutating func value<Value>(_ type: Value.Type) async throws -> Value? { nil }
}
