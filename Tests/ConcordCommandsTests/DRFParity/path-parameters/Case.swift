import Concord
import Foundation

@API(title: "path-parameters", version: "1.0.0")
enum PlacesAPI {
    static let views: [any View.Type] = [StationViewSet.self, CountryViewSet.self, SensorDetail.self]
}

@Model
struct Station {
    var id: UUID
}

@Model
struct Country {
    var id: Int
    @Field(.unique, .format(.slug), .maxLength(2)) var code: String
}

@Model
struct Sensor {
    var id: Int
}

@Serializer(of: Station.self)
struct StationSerializer {}

@Serializer(of: Country.self, fields: \.code)
struct CountrySerializer {}

@Serializer(of: Sensor.self)
struct SensorSerializer {}

@View("/stations", .tags("stations"))
struct StationViewSet: ReadOnlyModelViewSet {
    static let serializer = StationSerializer.self
    static let queryset = Station.objects.all()
}

@View("/countries", .tags("countries"))
struct CountryViewSet: ReadOnlyModelViewSet {
    static let serializer = CountrySerializer.self
    static let queryset = Country.objects.all()
    static let lookup = \Country.code
}

@View("/sensors/{id}", .tags("sensors"))
struct SensorDetail: RetrieveDestroyAPIView {
    static let serializer = SensorSerializer.self
    static let queryset = Sensor.objects.all()
}
