public import ConcordCore
import ConcordNames

/// A view whose operations follow from a model and its serializer: what all generic views have in common.
///
/// Settings are static constants, as class attributes are in Django REST framework:
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

    /// What objects look like on the wire.
    static var serializer: Serializer.Type { get }
    /// What objects look like in requests, where that differs from `serializer`.
    static var requestSerializer: RequestSerializer.Type { get }
    /// What objects look like in responses, where that differs from `serializer`.
    static var responseSerializer: ResponseSerializer.Type { get }
    /// The objects that the view is about.
    static var queryset: QuerySet<Serializer.Model> { get }
    /// How a list is cut into pages.
    static var pagination: Paginator { get }
    /// The field that the path's last parameter names an object by: `static let lookup = \Station.name`; without it, the
    /// primary key.
    static var lookup: Lookup { get }
    /// Whether responses have an `ETag`, and requests may depend on it.
    static var conditionalRequests: ConditionalRequests { get }
    /// How many objects one request may create.
    static var bulkCreate: BulkCreate { get }

    /// The objects that a request is about: `queryset`, unless a view says otherwise, such as those of the request's user.
    ///
    /// - Throws: A ``Problem`` for a request that is not to be answered.
    static func queryset(for request: APIRequest) async throws -> QuerySet<Serializer.Model>
    /// Whether a request may see, change or delete one object: status 403 where it may not.
    static func allows(_ request: APIRequest, on object: Serializer.Model) async throws -> Bool
    /// Stores a new object: a view's own does something before or after, or gives fields values that the client doesn't give.
    static func performCreate(_ object: inout Serializer.Model, for request: APIRequest) async throws
    /// Stores a changed object.
    static func performUpdate(_ object: inout Serializer.Model, for request: APIRequest) async throws
    /// Deletes an object.
    static func performDestroy(_ object: Serializer.Model, for request: APIRequest) async throws
}

extension GenericAPIView {
    /// Responses have no `ETag`.
    public static var conditionalRequests: ConditionalRequests { .unsupported }

    /// One object at a time.
    public static var bulkCreate: BulkCreate { .off }

    /// The view's `queryset`.
    public static func queryset(for request: APIRequest) async throws -> QuerySet<Serializer.Model> { queryset }

    /// Every request that the view's permissions allow.
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
    /// The same in requests.
    public static var requestSerializer: Serializer.Type { serializer }
}

extension GenericAPIView where ResponseSerializer == Serializer {
    /// The same in responses.
    public static var responseSerializer: Serializer.Type { serializer }
}

extension GenericAPIView where Paginator == NoPagination {
    /// No pages.
    public static var pagination: NoPagination { NoPagination() }
}

extension _Core {
    /// Objects are named by their primary key: the `lookup` of a view that states none.
    public struct PrimaryKeyLookup: Sendable {}
}

extension GenericAPIView where Lookup == _Core.PrimaryKeyLookup {
    /// The primary key.
    public static var lookup: _Core.PrimaryKeyLookup { _Core.PrimaryKeyLookup() }
}

extension GenericAPIView {
    /// The `operationId` of what is done to one object, or to several: `listStations`, `archiveStation`.
    public static func operationID(_ verb: String, onSeveral: Bool = false) -> String {
        let base = Serializer.componentName
        return onSeveral ? DerivedName.operationOnSeveral(verb, base) : DerivedName.operation(verb, base)
    }
}

// What each operation asks of the database, as far as a request alone says it.
extension GenericAPIView {
    /// The objects that a request asks for, filtered and sorted as it demands, and its page of them; throws a problem of status
    /// 400 that names everything that is wrong with it.
    static func list(
        for request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> (objects: QuerySet<Serializer.Model>, pagination: Paginator) {
        var inputs = _Core.Inputs(request)
        var objects = try await queryset(for: request)
        for filter in settings.filters {
            if let filter = try await filter.bound(to: &inputs) { objects = filter.filter(objects) }
        }
        let pagination = try await pagination.bound(to: &inputs)
        guard inputs.isValid, let pagination else { throw inputs.failure }
        return (objects, pagination)
    }

    /// The objects of the page that a request asks for.
    package static func page(
        for request: APIRequest,
        _ settings: _Core.GenericViewSettings<Serializer.Model>
    ) async throws -> QuerySet<Serializer.Model> {
        let (objects, pagination) = try await list(for: request, settings)
        return pagination.paginate(objects)
    }

    /// The path of one object of a view set: `/stations/{id}`, the parameter named as the field that it is looked up by.
    public static func path(ofOneAt path: String) -> String { path + "/{\(lookupField?.wireName ?? "id")}" }

    private static var lookupField: _Core.ModelField<Serializer.Model>? {
        guard let keyPath = lookup as? PartialKeyPath<Serializer.Model> else { return Serializer.Model.primaryKey }
        return Serializer.Model.field(at: keyPath)
    }

    /// The one object that the path names; throws a problem of status 400 for a parameter that is none of the field's values.
    static func object(for request: APIRequest) async throws -> QuerySet<Serializer.Model> {
        var inputs = _Core.Inputs(request)
        guard let field = lookupField, let name = request.pathNames.last else { throw Problem(404) }
        guard let value = field.pathComparand(name, &inputs), inputs.isValid else { throw inputs.failure }
        return try await queryset(for: request).filter(.compare(.column(field.reference), .equal, value)).limit(1)
    }

    /// What the body gives for an object, checked; throws a problem that names everything that is wrong with it.
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
    /// Stands for the filters of a view that states none.
    public static func filters() -> _Core.Unstated { _Core.Unstated() }
    /// Stands for the parsers of a view that states none: JSON.
    public static func parsers() -> _Core.Unstated { _Core.Unstated() }
    /// Stands for the renderers of a view that states none: JSON.
    public static func renderers() -> _Core.Unstated { _Core.Unstated() }
}

extension _Core {
    /// The settings of a generic view that its requests and responses depend on.
    public struct GenericViewSettings<M: Model>: Sendable {
        /// What narrows and sorts the objects of a list, one after the other.
        public let filters: [any FilterBackend<M>]
        /// The media types of bodies that requests may have.
        public let parsers: [MediaType]
        /// The media types of responses. The server sends the one that the client prefers.
        public let renderers: [MediaType]

        /// States the settings.
        public init(filters: [any FilterBackend<M>], parsers: [MediaType], renderers: [MediaType]) {
            self.filters = filters
            self.parsers = parsers
            self.renderers = renderers
        }
    }
}
