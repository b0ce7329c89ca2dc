public import ConcordCore
import ConcordNames

/// A view that derives its operations from a model and its serializer. All generic views conform to this protocol.
///
/// The settings are static constants, like class attributes in Django REST framework:
///
///     @View("/stations")
///     struct ListStations: ListCreateAPIView {
///         static let serializer = StationSerializer.self
///         static let queryset = Station.objects.all()
///         static let filters: [any FilterBackend<Station>] = [SearchFilter(\.name)]
///         static let pagination = PageNumberPagination(pageSize: 50)
///     }
public protocol GenericAPIView: View {
    /// The type of `serializer`.
    associatedtype Serializer: ModelSerializer
    /// The type of `requestSerializer`.
    associatedtype RequestSerializer: ModelSerializer = Serializer where RequestSerializer.Model == Serializer.Model
    /// The type of `responseSerializer`.
    associatedtype ResponseSerializer: ModelSerializer = Serializer where ResponseSerializer.Model == Serializer.Model
    /// The type of `pagination`.
    associatedtype Paginator: Pagination = NoPagination
    /// The type of `lookup`.
    associatedtype Lookup: Sendable = _Core.PrimaryKeyLookup

    /// The serializer of the objects.
    static var serializer: Serializer.Type { get }
    /// The serializer of the objects in requests, if it differs from `serializer`.
    static var requestSerializer: RequestSerializer.Type { get }
    /// The serializer of the objects in responses, if it differs from `serializer`.
    static var responseSerializer: ResponseSerializer.Type { get }
    /// The objects of the view.
    static var queryset: QuerySet<Serializer.Model> { get }
    /// The pagination of the list operation.
    static var pagination: Paginator { get }
    /// The field that is compared with the last path parameter: `static let lookup = \Station.name`. The default is the
    /// primary key.
    static var lookup: Lookup { get }
    /// Whether responses have an `ETag` and requests can be conditional.
    static var conditionalRequests: ConditionalRequests { get }
    /// The number of objects that a request can create.
    static var bulkCreate: BulkCreate { get }

    /// The style of the names of fields in query parameters and paths: that of `.keys` in `@View`.
    static var _keyStyle: KeyStyle? { get }

    /// Returns the objects that a request can access. The default is `queryset`. Implement it to limit the objects, for
    /// example to those of the current user.
    ///
    /// - Throws: A ``ConcordCore/Problem`` to reject the request.
    static func queryset(for request: APIRequest) async throws -> QuerySet<Serializer.Model>
    /// Returns whether a request can read, change or delete an object. If it can't, the response has status 403.
    static func allows(_ request: APIRequest, on object: Serializer.Model) async throws -> Bool
    /// Stores a new object. Implement it to set fields that the client doesn't send, or to perform other work before or
    /// after.
    static func performCreate(_ object: inout Serializer.Model, for request: APIRequest) async throws
    /// Stores a changed object.
    static func performUpdate(_ object: inout Serializer.Model, for request: APIRequest) async throws
    /// Deletes an object.
    static func performDestroy(_ object: Serializer.Model, for request: APIRequest) async throws
}

extension GenericAPIView {
    /// The style of the serializer.
    public static var _keyStyle: KeyStyle? { Serializer.composition.keyStyle }

    /// Responses have no `ETag`.
    public static var conditionalRequests: ConditionalRequests { .unsupported }

    /// The default: one object at a time.
    public static var bulkCreate: BulkCreate { .off }

    /// Returns the `queryset` of the view.
    public static func queryset(for request: APIRequest) async throws -> QuerySet<Serializer.Model> { queryset }

    /// Returns `true`, so only the permissions of the view apply.
    public static func allows(_ request: APIRequest, on object: Serializer.Model) async throws -> Bool { true }

    /// Inserts the object.
    public static func performCreate(_ object: inout Serializer.Model, for request: APIRequest) async throws {
        try await object.insert()
    }

    /// Saves the object.
    public static func performUpdate(_ object: inout Serializer.Model, for request: APIRequest) async throws {
        try await object.save()
    }

    /// Deletes the object.
    public static func performDestroy(_ object: Serializer.Model, for request: APIRequest) async throws {
        try await object.delete()
    }
}

extension GenericAPIView where RequestSerializer == Serializer {
    /// The default: the `serializer` of the view.
    public static var requestSerializer: Serializer.Type { serializer }
}

extension GenericAPIView where ResponseSerializer == Serializer {
    /// The default: the `serializer` of the view.
    public static var responseSerializer: Serializer.Type { serializer }
}

extension GenericAPIView where Paginator == NoPagination {
    /// The default: no pagination.
    public static var pagination: NoPagination { NoPagination() }
}

extension _Core {
    /// A lookup by primary key, the default of `lookup`.
    public struct PrimaryKeyLookup: Sendable {}
}

extension GenericAPIView where Lookup == _Core.PrimaryKeyLookup {
    /// The primary key.
    public static var lookup: _Core.PrimaryKeyLookup { _Core.PrimaryKeyLookup() }
}

extension GenericAPIView {
    /// Returns the `operationId` of an operation on one object or on several, such as `archiveStation` or
    /// `listStations`.
    public static func operationID(_ verb: String, onSeveral: Bool = false) -> String {
        let base = Serializer.componentName
        return onSeveral ? DerivedName.operationOnSeveral(verb, base) : DerivedName.operation(verb, base)
    }
}

// The parts of operations that depend only on the request.
extension GenericAPIView {
    /// Returns the filtered and sorted objects of a request, and the page. Throws a problem with status 400 that
    /// contains all errors in the request.
    static func list(
        for request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> (objects: QuerySet<Serializer.Model>, pagination: Paginator) {
        var inputs = _Core.Inputs(request)
        inputs.keyStyle = _keyStyle
        var objects = try await queryset(for: request)
        for filter in settings.filters {
            if let filter = try await filter.bound(to: &inputs) { objects = filter.filter(objects) }
        }
        let pagination = try await pagination.bound(to: &inputs)
        guard inputs.isValid, let pagination else { throw inputs.failure }
        return (objects, pagination)
    }

    /// Returns the objects of the requested page.
    package static func page(
        for request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> QuerySet<Serializer.Model> {
        let (objects, pagination) = try await list(for: request, settings)
        return pagination.paginate(objects)
    }

    /// Returns the path of an object in a view set, such as `/stations/{id}`. The parameter has the name of the lookup
    /// field.
    public static func path(ofOneAt path: String) -> String {
        path + "/{\(lookupField?.wireName(in: _keyStyle) ?? "id")}"
    }

    private static var lookupField: _Core.ModelField<Serializer.Model>? {
        guard let keyPath = lookup as? PartialKeyPath<Serializer.Model> else { return Serializer.Model.primaryKey }
        return Serializer.Model.field(at: keyPath)
    }

    /// Returns a query for the object in the path. Throws a problem with status 400 if the parameter is not a value of
    /// the field.
    static func object(for request: APIRequest) async throws -> QuerySet<Serializer.Model> {
        var inputs = _Core.Inputs(request)
        guard let field = lookupField, let name = request.pathNames.last else { throw Problem(404) }
        guard let value = field.pathComparand(name, &inputs), inputs.isValid else { throw inputs.failure }
        return try await queryset(for: request).filter(.compare(.column(field.reference), .equal, value)).limit(1)
    }

    /// Returns the validated body. Throws a problem that contains all errors in the body.
    static func input(
        of request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>,
        isPartial: Bool = false
    ) async throws -> SerializerData<RequestSerializer> {
        var inputs = _Core.Inputs(request)
        let data = try await inputs.body(
            _Core.Wire.input(RequestSerializer.self, isPartial: isPartial), content: settings.parsers)
        guard inputs.isValid, let data else { throw inputs.failure }
        return data
    }
}

extension GenericAPIView {
    /// The placeholder for the filters of a view without filters.
    public static func filters() -> _Core.Unstated { _Core.Unstated() }
    /// The placeholder for the parsers of a view without parsers. The default is JSON.
    public static func parsers() -> _Core.Unstated { _Core.Unstated() }
    /// The placeholder for the renderers of a view without renderers. The default is JSON.
    public static func renderers() -> _Core.Unstated { _Core.Unstated() }
}

extension _Core {
    /// The settings of a generic view for requests and responses.
    public struct GenericViewSettings<M: Model>: Sendable {
        /// The filters of a list, in the order in which they apply.
        public let filters: [any FilterBackend<M>]
        /// The accepted media types of request bodies.
        public let parsers: [MediaType]
        /// The media types of responses. The server sends the one that the client prefers.
        public let renderers: [MediaType]

        /// Creates the settings.
        public init(filters: [any FilterBackend<M>], parsers: [MediaType], renderers: [MediaType]) {
            self.filters = filters
            self.parsers = parsers
            self.renderers = renderers
        }
    }
}
