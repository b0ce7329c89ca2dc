import Concord
import Foundation

@API(title: "keys-of-targets", version: "1.0.0")
enum VisitsAPI {
    static let views: [any View.Type] = [Visits.self]
}

@Model
struct Station {
    var id: UUID
}

@Model
struct Country {
    @Field(.primaryKey, .maxLength(2)) var code: String
}

@Model
struct Sensor {
    @Field(.primaryKey) var serial: Int64
}

@Model
struct Visit {
    var id: Int
    @ForeignKey(onDelete: .cascade) var station: Station.ID
    @ForeignKey(onDelete: .cascade) var country: Country.ID
    @ForeignKey(onDelete: .cascade) var sensor: Sensor.ID
    @ManyToMany var stations: [Station.ID]
}

@Serializer(of: Visit.self, exclude: \.id)
struct VisitSerializer {}

@View("/visits", .tags("visits"))
struct Visits: ListCreateAPIView {
    static let serializer = VisitSerializer.self
    static let queryset = Visit.objects.all()
}
