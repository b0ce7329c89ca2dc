import Concord
import Foundation

@API(title: "filters-on-lists-only", version: "1.0.0")
enum StationsAPI {
    static let views: [any View.Type] = [StationViewSet.self]
}

@Model
struct Station {
    var id: Int
    @Field(.maxLength(40)) var name: String
    @Field(.setOn(.create)) var created: Date
}

@Serializer(of: Station.self)
struct StationSerializer {}

@View("/stations", .tags("stations"))
struct StationViewSet: ModelViewSet {
    static let serializer = StationSerializer.self
    static let queryset = Station.objects.all()
    static let filters: [any FilterBackend<Station>] = [SearchFilter(\.name), OrderingFilter(\.name, \.created)]
    static let pagination = LimitOffsetPagination(pageSize: 100)

    /// Archive a station.
    @Action(.post, detail: true)
    func archive(@Body station: StationSerializer) async throws -> StationSerializer { throw NotImplemented() }
}
