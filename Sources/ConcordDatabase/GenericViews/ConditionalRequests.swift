import ConcordCore
import ConcordHashes

/// The support of a generic view for conditional requests (RFC 9110, section 13), set with `static let
/// conditionalRequests` in the view.
///
///     @View("/stations/{id}")
///     struct StationDetail: RetrieveUpdateDestroyAPIView {
///         static let serializer = StationSerializer.self
///         static let queryset = Station.objects.all()
///         static let conditionalRequests = ConditionalRequests.required
///     }
///
/// Responses with one object have an `ETag`. A `GET` request with this tag in `If-None-Match` gets status 304. A `PUT`,
/// `PATCH` or `DELETE` request with a different tag in `If-Match` gets status 412 and changes nothing, so a client
/// can't overwrite the change of another client.
public enum ConditionalRequests: Sendable {
    /// Responses have no `ETag`.
    case unsupported
    /// Responses have an `ETag`, and the server evaluates the conditions of requests.
    case supported
    /// A request that changes or deletes an object must have `If-Match`. Without it, the response has status 428.
    case required
}

extension GenericAPIView {
    /// Throws a problem with status 428 if `If-Match` is required but missing.
    static func checkPreconditionIsStated(_ request: APIRequest) throws {
        guard conditionalRequests == .required, request.headers[.ifMatch] == nil else { return }
        throw Problem(428, "The request must have the header If-Match with the ETag of the object.")
    }

    /// Throws a problem with status 412 if `If-Match` doesn't match the object.
    static func checkPrecondition(_ request: APIRequest, on object: Serializer.Model) async throws {
        guard conditionalRequests != .unsupported, let condition = request.headers[.ifMatch] else { return }
        let tag = try await representation(of: object).entityTag
        guard EntityTagCondition(condition).matches(tag, isStrong: true) else {
            throw Problem(412, "The object has changed since it was read.")
        }
    }

    /// Adds the tag of an object to a response, or returns a response with status 304 if the client has the current
    /// representation.
    static func tagged(
        _ response: APIResponse, to request: APIRequest, with representation: ResponseSerializer
    ) -> APIResponse {
        guard conditionalRequests != .unsupported else { return response }
        let tag = representation.entityTag
        var response = response
        if request.method == .get || request.method == .head, let condition = request.headers[.ifNoneMatch],
            EntityTagCondition(condition).matches(tag, isStrong: false)
        {
            response = APIResponse(304)
        }
        response.headers[.eTag] = tag
        return response
    }
}

extension ModelSerializer {
    /// The entity tag of the representation, in quotes.
    fileprivate var entityTag: String {
        var writer = _Core.JSONWriter(side: .response)
        write(to: &writer)
        return "\"\(SHA256.hash(writer.bytes).prefix(16).hexadecimal)\""
    }
}
