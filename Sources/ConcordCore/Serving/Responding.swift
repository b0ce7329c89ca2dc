/// A value that is a whole response, with its headers, or one of several: what `@Response` and `@Responses` make of a type.
public protocol ResponseValue: Sendable {
    /// The response, with this status where the type states none itself.
    func response(_ status: HTTPResponse.Status, to request: APIRequest) throws -> APIResponse
}

extension APIRequest {
    /// A response without content.
    public func respond(_ status: HTTPResponse.Status) -> APIResponse { APIResponse(status) }

    /// A response that the value itself makes.
    public func respond(_ status: HTTPResponse.Status, _ value: some ResponseValue, content: [MediaType] = []) throws
        -> APIResponse
    {
        try value.response(status, to: self)
    }

    /// A response with a value as its content.
    public func respond<T: WireValue>(_ status: HTTPResponse.Status, _ value: T, content: [MediaType] = []) throws
        -> APIResponse
    {
        try respond(status, value, _Core.Wire.value(T.self), content: content)
    }

    /// A response with a value as its content.
    public func respond<T: WireValue & RawRepresentable>(
        _ status: HTTPResponse.Status,
        _ value: T,
        content: [MediaType] = []
    ) throws -> APIResponse where T.RawValue: WireValue {
        try respond(status, value, _Core.Wire.value(T.self), content: content)
    }

    /// A response with a value as its content.
    public func respond<T: RawRepresentable & Sendable>(
        _ status: HTTPResponse.Status,
        _ value: T,
        content: [MediaType] = []
    ) throws -> APIResponse where T.RawValue: WireValue {
        try respond(status, value, _Core.Wire.value(T.self), content: content)
    }

    /// A response with a value as its content, of the media type that the client likes best.
    public func respond<C: _Core.Codec>(
        _ status: HTTPResponse.Status,
        _ value: C.Value,
        _ codec: C,
        content: [MediaType] = []
    ) throws -> APIResponse {
        let declared = content.isEmpty ? [codec.shape == .bytes ? .bytes : .json] : content
        return try response(status, value, codec, responseType(among: declared))
    }

    func response<C: _Core.Codec>(
        _ status: HTTPResponse.Status,
        _ value: C.Value,
        _ codec: C,
        _ mediaType: MediaType
    ) -> APIResponse {
        var writer = _Core.JSONWriter(side: .response, form: mediaType.isJSON && codec.shape != .bytes ? .json : .plain)
        codec.write(value, to: &writer)
        return APIResponse(status, mediaType, .bytes(writer.bytes))
    }

    /// The media type to answer in: the one that the client likes best, the first one if it accepts none.
    ///
    /// A server may disregard the field that it can't honor (RFC 9110, section 12.5.1), and every status that it sends is
    /// one that its document has.
    func responseType(among declared: [MediaType]) throws -> MediaType {
        // XML has no writer yet.
        let possible = declared.filter { !$0.essence.hasSuffix("xml") }
        if let media = preferred(among: possible) ?? possible.first { return media }
        throw Problem(501, "Responses of type \(list(declared.map(\.name))) are not implemented.")
    }
}

extension APIResponse {
    /// Adds a header, in the style `simple`.
    public mutating func header<C: _Core.Codec>(_ name: String, _ value: C.Value, _ codec: C) {
        var writer = _Core.JSONWriter(side: .response, form: .plain)
        codec.write(value, to: &writer)
        headers.append(name, String(decoding: writer.bytes, as: UTF8.self))
    }

    /// Adds a header, in the style `simple`, where there is a value.
    public mutating func header<C: _Core.Codec>(_ name: String, _ value: C.Value?, _ codec: C) {
        if let value { header(name, value, codec) }
    }
}
