/// A complete response with headers, or one of several responses. `@Response` and `@Responses` add the conformance.
public protocol ResponseValue: Sendable {
    /// Returns the response. It has the given status if the type doesn't declare one.
    func response(_ status: HTTPResponse.Status, to request: APIRequest) throws -> APIResponse
}

extension APIRequest {
    /// Returns a response without content.
    public func respond(_ status: HTTPResponse.Status) -> APIResponse { APIResponse(status) }

    /// Returns the response of a value.
    public func respond(_ status: HTTPResponse.Status, _ value: some ResponseValue, content: [MediaType] = []) throws
        -> APIResponse
    {
        try value.response(status, to: self)
    }

    /// Returns a response with a value as its content.
    public func respond<T: WireValue>(_ status: HTTPResponse.Status, _ value: T, content: [MediaType] = []) throws
        -> APIResponse
    {
        try respond(status, value, _Core.Wire.value(T.self), content: content)
    }

    /// Returns a response with a value as its content.
    public func respond<T: WireValue & RawRepresentable>(
        _ status: HTTPResponse.Status,
        _ value: T,
        content: [MediaType] = []
    ) throws -> APIResponse where T.RawValue: WireValue {
        try respond(status, value, _Core.Wire.value(T.self), content: content)
    }

    /// Returns a response with a value as its content.
    public func respond<T: RawRepresentable & Sendable>(
        _ status: HTTPResponse.Status,
        _ value: T,
        content: [MediaType] = []
    ) throws -> APIResponse where T.RawValue: WireValue {
        try respond(status, value, _Core.Wire.value(T.self), content: content)
    }

    /// Returns a response with a value as its content, in the media type that the client prefers.
    public func respond<C: _Core.Codec>(
        _ status: HTTPResponse.Status,
        _ value: C.Value,
        _ codec: C,
        content: [MediaType] = []
    ) throws -> APIResponse {
        let declared = content.isEmpty ? [codec.shape == .bytes ? .bytes : .json] : content
        return try response(status, value, codec, responseType(among: declared, shape: codec.shape))
    }

    func response<C: _Core.Codec>(
        _ status: HTTPResponse.Status,
        _ value: C.Value,
        _ codec: C,
        _ mediaType: MediaType
    ) -> APIResponse {
        var writer = _Core.JSONWriter(
            side: .response, form: mediaType.isJSON && codec.shape != .bytes ? .json : .plain, capacity: 512)
        codec.write(value, to: &writer)
        return APIResponse(status, mediaType, .bytes(writer.bytes))
    }

    /// Returns the media type that the client prefers, or the first one if the client accepts none of them.
    ///
    /// A server can ignore `Accept` if it can't satisfy it (RFC 9110, section 12.5.1), so the document can declare
    /// every status.
    func responseType(among declared: [MediaType], shape: _Core.WireShape) throws -> MediaType {
        let possible = declared.filter { $0.canHold(shape) }
        if let media = preferred(among: possible) ?? possible.first { return media }
        throw Problem(501, "Responses of type \(list(declared.map(\.name))) are not implemented.")
    }
}

extension APIResponse {
    /// Adds a header in the style `simple`.
    public mutating func header<C: _Core.Codec>(_ name: String, _ value: C.Value, _ codec: C) {
        var writer = _Core.JSONWriter(side: .response, form: .plain)
        codec.write(value, to: &writer)
        headers.append(name, String(decoding: writer.bytes, as: UTF8.self))
    }

    /// Adds a header in the style `simple` if it has a value.
    public mutating func header<C: _Core.Codec>(_ name: String, _ value: C.Value?, _ codec: C) {
        if let value { header(name, value, codec) }
    }
}
