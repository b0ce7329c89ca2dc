import Concord

@API(title: "Stations", version: "1")
enum StationsAPI {
    static let views: [any View.Type] = [
        Stations.self, StationDetail.self, StationsByCursor.self, StationsByOffset.self, StationBatches.self,
        Owners.self, OwnersWithStations.self, VisitViewSet.self, TagViewSet.self, BenchViewSet.self,
        ShelfViewSet.self, NewStations.self, StationRemoval.self, VisitsOfOwners.self,
    ]
    static let models: [any Model.Type] = [Sample.self]
}

@Serializer(of: Owner.self)
struct OwnerSerializer {}

@Serializer(of: Station.self)
struct StationSerializer {}

/// A station with its owner in place of the key.
@Serializer(of: Station.self, exclude: \.created, \.changed, \.parent)
struct StationDetailSerializer {
    var owner: OwnerSerializer
}

/// An owner with the stations that lead to it.
@Serializer(of: Owner.self)
struct OwnerWithStationsSerializer {
    @Field(.readOnly) var stations: [StationSummarySerializer]
}

@Serializer(of: Station.self, fields: \.name)
struct StationSummarySerializer {
    @Field(.readOnly) var visits: [VisitSerializer]
}

@Serializer(of: Visit.self)
struct VisitSerializer {}

@View("/stations")
struct Stations: ListCreateAPIView {
    static let serializer = StationSerializer.self
    static let queryset = Station.objects.all()
    static let filters: [any FilterBackend<Station>] = [
        SearchFilter(\.name), OrderingFilter(\.name, \.elevation),
        FieldFilter(.init(\.elevation, .greaterThanOrEqual, .lessThan), .init(\.status), .init(\.elevation, .isNull)),
    ]
    static let pagination = PageNumberPagination(pageSize: 3, maximum: 10)
}

@View("/stations/{id}")
struct StationDetail: RetrieveUpdateDestroyAPIView {
    static let serializer = StationDetailSerializer.self
    static let queryset = Station.objects.all()

    static func allows(_ request: APIRequest, on station: Station) async throws -> Bool {
        request.method == .get || station.status != .retired
    }
}

/// Filters reach the fields of related objects.
@View("/visits-of-owners")
struct VisitsOfOwners: ListAPIView {
    static let serializer = VisitSerializer.self
    static let queryset = Visit.objects.order(by: .ascending(\.id))
    static let filters: [any FilterBackend<Visit>] = [
        SearchFilter(\.visitor, \.station.owner.email, \.station.parent.name),
        OrderingFilter(\.minutes, \.station.elevation), FieldFilter(\.station, \.station.owner.city),
        FieldFilter(.init(\.station.elevation, .greaterThanOrEqual, .isIn), .init(\.minutes, .lessThan)),
    ]
}

/// A view that only creates objects needs no query set.
@View("/new-stations", .schema(AutoSchema(operationIDBase: "NewStation")))
struct NewStations: CreateAPIView {
    static let serializer = StationSerializer.self
}

/// A view that only deletes objects needs no serializer.
@View("/old-stations/{id}")
struct StationRemoval: DestroyAPIView {
    static let queryset = Station.objects.filter { $0.name.hasPrefix("Old") }
}

@View("/stations-by-cursor")
struct StationsByCursor: ListAPIView {
    static let serializer = StationSerializer.self
    static let queryset = Station.objects.all()
    static let pagination = CursorPagination(pageSize: 2, ordering: .descending(\Station.elevation))
}

@View("/stations-by-offset")
struct StationsByOffset: ListAPIView {
    static let serializer = StationSerializer.self
    static let queryset = Station.objects.all()
    static let pagination = LimitOffsetPagination(pageSize: 2)
}

@View("/station-batches")
struct StationBatches: ListAPIView {
    static let serializer = StationSerializer.self
    static let queryset = Station.objects.all()
    static let pagination = Batches()
}

@Pagination
struct Batches: Pagination {
    @Query(.minimum(1)) var batch: Int = 1

    func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M> { objects.offset((batch - 1) * 2).limit(2) }

    func page(_ content: PageContent) async throws -> Page {
        Page(stations: try content.objects(), total: try await content.count())
    }

    @Serializer
    struct Page {
        var stations: [StationSerializer]
        var total: Int
    }
}

@View("/owners")
struct Owners: ListCreateAPIView {
    static let serializer = OwnerSerializer.self
    static let queryset = Owner.objects.order(by: .ascending(\.id))

    static func performCreate(_ owner: inout Owner, for request: APIRequest) async throws {
        owner.email = owner.email.lowercased()
        try await owner.insert()
    }
}

@View("/owners/{id}")
struct OwnersWithStations: RetrieveDestroyAPIView {
    static let serializer = OwnerWithStationsSerializer.self
    static let queryset = Owner.objects.all()
}

@View("/visits")
struct VisitViewSet: ModelViewSet {
    static let serializer = VisitSerializer.self
    static let queryset = Visit.objects.all()

    static func queryset(for request: APIRequest) async throws -> QuerySet<Visit> {
        guard let visitor = request.headers["X-Visitor"] else { return queryset }
        return queryset.filter { $0.visitor == visitor }
    }
}

/// Tags that many clients count together.
@View("/tags")
struct TagViewSet: ReadOnlyModelViewSet {
    static let serializer = TagSerializer.self
    static let queryset = Tag.objects.all()
    static let throttles: [any Throttle] = [RateThrottle("3/hour", counts: .database(scope: "tags"))]
}

@Serializer(of: Tag.self)
struct TagSerializer {}

/// Benches that are created in bulk and changed only by clients that know what they change.
@View("/benches")
struct BenchViewSet: ModelViewSet {
    static let serializer = BenchSerializer.self
    static let queryset = Bench.objects.order(by: .ascending(\.id))
    static let conditionalRequests = ConditionalRequests.required
    static let bulkCreate = BulkCreate(maximum: 3)
}

@Serializer(of: Bench.self)
struct BenchSerializer {}

@View("/shelves")
struct ShelfViewSet: ModelViewSet {
    static let serializer = ShelfSerializer.self
    static let queryset = Shelf.objects.all()
}

@Serializer(of: Shelf.self)
struct ShelfSerializer {}
