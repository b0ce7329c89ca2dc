public import ConcordCore

// The building blocks of generic views. Each has one or two operations.

/// Lists objects: `GET` on the path of the collection.
public protocol ListModel: GenericAPIView {}

extension ListModel {
    /// Responds with a page of objects.
    public static func list(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        let (objects, pagination) = try await list(for: request, settings)
        return try await pagination.respond(to: request, objects, as: ResponseSerializer.self, settings.renderers)
    }
}

/// Creates objects: `POST` on the path of the collection.
public protocol CreateModel: GenericAPIView {}

extension CreateModel {
    /// Stores an object and responds with it.
    public static func create(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        guard bulkCreate.maximum == 0 else { return try await createOneOrMany(request, settings) }
        return try await create(input(of: request, settings), for: request, settings)
    }

    static func create(
        _ data: SerializerData<RequestSerializer>, for request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        let stored = try await storing { try await store(data, for: request) }
        return try await respond(to: request, with: stored, 201, settings)
    }

    /// Stores a new object with the values of a request.
    static func store(
        _ data: SerializerData<RequestSerializer>, for request: APIRequest
    ) async throws -> Serializer.Model {
        var data = data
        try await data.storeNested(in: nil)
        guard var object = Serializer.Model(data.fields.filled()) else { throw Problem(400) }
        try await performCreate(&object, for: request)
        return object
    }
}

/// Retrieves an object: `GET` on the path of the object.
public protocol RetrieveModel: GenericAPIView {}

extension RetrieveModel {
    /// Responds with the object in the path.
    public static func retrieve(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        try await respond(to: request, with: existing(for: request), 200, settings)
    }
}

/// Updates an object: `PUT` and `PATCH` on the path of the object.
public protocol UpdateModel: GenericAPIView {}

extension UpdateModel {
    /// Replaces all fields of the object, and responds with it.
    public static func update(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        try await change(request, settings, isPartial: false)
    }

    /// Replaces the fields in the request, and responds with the object.
    public static func partialUpdate(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        try await change(request, settings, isPartial: true)
    }

    private static func change(
        _ request: APIRequest, _ settings: _Core.GenericViewSettings<Serializer.Model>, isPartial: Bool
    ) async throws -> APIResponse {
        // A missing object is reported before an invalid body, but without a lock while the client sends the body.
        _ = try await existing(for: request)
        try checkPreconditionIsStated(request)
        let data = try await input(of: request, settings, isPartial: isPartial)
        let stored = try await storing {
            var object = try await existing(for: request, isLocking: true)
            try await checkPrecondition(request, on: object)
            var data = data
            try await data.storeNested(in: object)
            data.assign(to: &object, isPartial: isPartial)
            try await performUpdate(&object, for: request)
            return object
        }
        return try await respond(to: request, with: stored, 200, settings)
    }
}

/// Deletes an object: `DELETE` on the path of the object.
public protocol DestroyModel: GenericAPIView {}

extension DestroyModel {
    /// Deletes the object in the path.
    public static func destroy(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        try await Database.current.transaction {
            let object = try await existing(for: request, isLocking: true)
            try checkPreconditionIsStated(request)
            try await checkPrecondition(request, on: object)
            try await performDestroy(object, for: request)
        }
        return APIResponse(204)
    }
}

extension GenericAPIView {
    /// Returns the object in the path. Throws a problem with status 404 if it doesn't exist, or 403 if the request
    /// can't access it.
    fileprivate static func existing(for request: APIRequest, isLocking: Bool = false) async throws -> Serializer.Model
    {
        let query = try await object(for: request)
        guard let object = try await (isLocking ? query.selectForUpdate() : query).fetch().first else {
            throw Problem(404, "No such object.")
        }
        guard try await allows(request, on: object) else { throw Problem(403, "This request is not permitted.") }
        return object
    }

    /// Runs an operation that stores an object in a transaction. If responses have the tag of the object, returns the
    /// object as the next request will read it.
    fileprivate static func storing(_ operation: () async throws -> Serializer.Model) async throws -> Serializer.Model {
        try await naming("") {
            try await Database.current.transaction {
                var object = try await operation()
                if conditionalRequests != .unsupported { try await object.refresh() }
                return object
            }
        }
    }

    /// Runs an operation that stores an object. A constraint violation becomes a problem with status 400 that contains
    /// the property.
    ///
    /// - Parameter pointer: The location of the object in the body.
    static func naming(
        _ pointer: String, _ operation: () async throws -> Serializer.Model
    ) async throws -> Serializer.Model {
        do {
            return try await operation()
        } catch let violation as ConstraintViolation {
            throw violation.problem(at: pointer) { RequestSerializer.composition.wireName(ofField: $0) ?? $0 }
        }
    }

    fileprivate static func respond(
        to request: APIRequest, with object: Serializer.Model, _ status: HTTPResponse.Status,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        let value = try await representation(of: object)
        let response = try request.respond(status, value, content: settings.renderers)
        return tagged(response, to: request, with: value)
    }

    static func representation(of object: Serializer.Model) async throws -> ResponseSerializer {
        guard let value = try await ResponseSerializer.representing([object]).first else {
            throw Unrepresentable(ResponseSerializer.self)
        }
        return value
    }
}

/// The error for a property of a serializer that neither the object nor a related object provides.
struct Unrepresentable: Error, CustomStringConvertible {
    let description: String

    init(_ serializer: Any.Type) {
        description =
            "'\(serializer)' has a property that neither the object nor a related object provides"
    }
}
