import Concord
import Foundation

@API(title: "typed-filters", version: "1.0.0")
enum StationsAPI {
    static let views: [any View.Type] = [Stations.self]
}

enum Status: String { case active, retired }

@Model
struct Station {
    var id: Int
    @Field(.maxLength(40)) var name: String
    var status: Status
    var elevation: Double
    var owner: UUID
    var created: Date
    var automatic: Bool
}

@Serializer(of: Station.self)
struct StationSerializer {}

@View("/stations", .tags("stations"))
struct Stations: ListAPIView {
    static let serializer = StationSerializer.self
    static let queryset = Station.objects.all()
    static let filters: [any FilterBackend<Station>] = [
        FieldFilter(
            .init(\.status), .init(\.elevation, .lessThanOrEqual, .greaterThan), .init(\.owner),
            .init(\.created, .greaterThanOrEqual), .init(\.automatic))
    ]
}
