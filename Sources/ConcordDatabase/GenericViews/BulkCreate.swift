import ConcordCore

/// The number of objects that a request can create: `static let bulkCreate = BulkCreate(maximum: 100)` in a generic
/// view.
///
/// The body of a `POST` request is then an object or an array of objects, and the response has the same form. An array
/// is stored in one transaction: if one of the objects is not valid, none is stored.
public struct BulkCreate: Sendable {
    /// The maximum number of objects in a request, or 0 for a view that creates one object at a time.
    public let maximum: Int

    /// Creates a setting with a maximum number of objects.
    public init(maximum: Int) { self.maximum = max(0, maximum) }

    /// Each request creates one object, and arrays are not accepted.
    public static let off = BulkCreate(maximum: 0)
}

extension CreateModel {
    /// Creates the object or the array of objects in a request.
    static func createOneOrMany(
        _ request: APIRequest, _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        var inputs = _Core.Inputs(request)
        let body = try await inputs.body(
            _Core.OneOrManyCodec(_Core.Wire.input(RequestSerializer.self)), content: settings.parsers,
            rules: _Core.Rules(minItems: 1, maxItems: bulkCreate.maximum))
        guard inputs.isValid, let body else { throw inputs.failure }
        switch body {
        case .one(let data): return try await create(data, for: request, settings)
        case .many(let data): return try await create(data, for: request, settings)
        }
    }

    private static func create(
        _ all: [SerializerData<RequestSerializer>], for request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        let objects = try await Database.current.transaction {
            var objects: [Serializer.Model] = []
            for (index, data) in all.enumerated() {
                objects.append(try await naming("/\(index)") { try await store(data, for: request) })
            }
            return objects
        }
        let content = try await ResponseSerializer.representing(objects)
        return try request.respond(
            201, content, _Core.Wire.list(_Core.Wire.value(ResponseSerializer.self)), content: settings.renderers)
    }
}
