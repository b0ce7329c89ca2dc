/// A response that streams its elements as server-sent events, or as JSON Lines with `.content(.jsonLines)`.
public struct Streaming<Element: Sendable>: Sendable {
    /// Calls a closure with each element. The closure returns when the client is ready for more.
    let forEach: @Sendable (_ body: (Element) async throws -> Void) async throws -> Void

    /// Creates a response that streams the elements of a sequence.
    public init<Elements: AsyncSequence & Sendable>(_ sequence: Elements) where Elements.Element == Element {
        forEach = { body in
            for try await element in sequence { try await body(element) }
        }
    }
}

extension APIRequest {
    /// Returns a streaming response.
    public func respond<C: _Core.Codec>(
        _ status: HTTPResponse.Status,
        _ value: Streaming<C.Value>,
        _ codec: C,
        content: [MediaType] = []
    ) throws -> APIResponse {
        let mediaType = try responseType(among: content.isEmpty ? [.events] : content, shape: codec.shape)
        let frame = StreamFrame(mediaType)
        return APIResponse(
            status, mediaType,
            .stream { send in
                try await value.forEach { element in
                    var writer = _Core.JSONWriter()
                    codec.write(element, to: &writer)
                    try await send(frame.before + writer.bytes + frame.after)
                }
            })
    }
}

/// The frame around each element of a stream.
private struct StreamFrame: Sendable {
    let before: [UInt8]
    let after: [UInt8]

    init(_ mediaType: MediaType) {
        switch mediaType.essence {
        case MediaType.events.essence: (before, after) = (Array("data: ".utf8), Array("\n\n".utf8))
        case "application/json-seq": (before, after) = ([0x1E], [0x0A])
        default: (before, after) = ([], [0x0A])
        }
    }
}
