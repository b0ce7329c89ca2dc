// The parts of which generic views are composed. Each answers its operation as far as that is possible without a database:
// it holds the request to what is declared, and then says what is missing.

/// Lists objects: `GET` on the path of all.
public protocol ListModel: GenericAPIView {}

extension ListModel {
    /// Answers with a page of the objects.
    public static func list(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        _ = try await page(for: request, settings)
        throw ServedAPI.DatabaseRequired(Self.self)
    }
}

/// Makes objects: `POST` on the path of all.
public protocol CreateModel: GenericAPIView {}

extension CreateModel {
    /// Stores an object and answers with it.
    public static func create(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        _ = try await input(of: request, settings)
        throw ServedAPI.DatabaseRequired(Self.self)
    }
}

/// Gives an object: `GET` on the path of one.
public protocol RetrieveModel: GenericAPIView {}

extension RetrieveModel {
    /// Answers with the object that the path names.
    public static func retrieve(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        _ = try object(for: request)
        throw ServedAPI.DatabaseRequired(Self.self)
    }
}

/// Changes an object: `PUT` and `PATCH` on the path of one.
public protocol UpdateModel: GenericAPIView {}

extension UpdateModel {
    /// Replaces the object's fields and answers with it.
    public static func update(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        _ = try object(for: request)
        _ = try await input(of: request, settings)
        throw ServedAPI.DatabaseRequired(Self.self)
    }

    /// Replaces the fields that the request gives and answers with the object.
    public static func partialUpdate(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        _ = try object(for: request)
        _ = try await input(of: request, settings, isPartial: true)
        throw ServedAPI.DatabaseRequired(Self.self)
    }
}

/// Deletes an object: `DELETE` on the path of one.
public protocol DestroyModel: GenericAPIView {}

extension DestroyModel {
    /// Deletes the object that the path names.
    public static func destroy(
        _ request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> APIResponse {
        _ = try object(for: request)
        throw ServedAPI.DatabaseRequired(Self.self)
    }
}
