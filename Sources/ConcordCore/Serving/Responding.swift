/// A value that is a whole response, with its headers, or one of several: what `@Response` and `@Responses` make of a type.
public protocol ResponseValue: Sendable {
    /// The response, with this status where the type states none itself.
    func response(_ status: Int, to request: HTTPRequest) throws -> HTTPResponse
}

extension HTTPRequest {
    /// A response without content.
    public func respond(_ status: Int) -> HTTPResponse { HTTPResponse(status) }

    /// A response that the value itself makes.
    public func respond(_ status: Int, _ value: some ResponseValue, content: [MediaType] = []) throws -> HTTPResponse {
        try value.response(status, to: self)
    }

    /// A response with a value as its content.
    public func respond<T: WireValue>(_ status: Int, _ value: T, content: [MediaType] = []) throws -> HTTPResponse {
        try respond(status, value, Wire.value(T.self), content: content)
    }

    /// A response with a value as its content.
    public func respond<T: WireValue & RawRepresentable>(
        _ status: Int,
        _ value: T,
        content: [MediaType] = []
    ) throws -> HTTPResponse where T.RawValue: WireValue {
        try respond(status, value, Wire.value(T.self), content: content)
    }

    /// A response with a value as its content.
    public func respond<T: RawRepresentable & Sendable>(
        _ status: Int,
        _ value: T,
        content: [MediaType] = []
    ) throws -> HTTPResponse where T.RawValue: WireValue {
        try respond(status, value, Wire.value(T.self), content: content)
    }

    /// A response with a value as its content, of the media type that the client likes best; throws a failure of status 406
    /// if it accepts none.
    public func respond<C: Codec>(
        _ status: Int,
        _ value: C.Value,
        _ codec: C,
        content: [MediaType] = []
    ) throws -> HTTPResponse {
        let mediaType = try responseType(among: content.isEmpty ? [codec.shape == .bytes ? .bytes : .json] : content)
        var writer = JSONWriter(side: .response, form: mediaType.isJSON && codec.shape != .bytes ? .json : .plain)
        codec.write(value, to: &writer)
        return HTTPResponse(status, mediaType, .bytes(writer.bytes))
    }

    /// The media type to answer in.
    func responseType(among declared: [MediaType]) throws -> MediaType {
        // XML has no writer yet.
        let possible = declared.filter { !$0.essence.hasSuffix("xml") }
        if let preferred = preferred(among: possible) { return preferred }
        throw RequestFailure(406, "This is to be had as \(list(possible.map(\.name))) only.")
    }
}

extension HTTPResponse {
    /// Adds a header, in the style `simple`.
    public mutating func header<C: Codec>(_ name: String, _ value: C.Value, _ codec: C) {
        var writer = JSONWriter(side: .response, form: .plain)
        codec.write(value, to: &writer)
        headers.add(name, String(decoding: writer.bytes, as: UTF8.self))
    }

    /// Adds a header, in the style `simple`, where there is a value.
    public mutating func header<C: Codec>(_ name: String, _ value: C.Value?, _ codec: C) {
        if let value { header(name, value, codec) }
    }
}
