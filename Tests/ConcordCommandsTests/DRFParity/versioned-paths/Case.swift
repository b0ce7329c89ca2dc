import Concord

@API(title: "versioned-paths", version: "1.0.0")
enum CitiesAPI {
    static let views: [any View.Type] = [V1.self, V2.self]
}

@Include("/v1", .tags("v1"))
enum V1 {
    static let views: [any View.Type] = [Cities.self]
}

@Include("/v2", .tags("v2"))
enum V2 {
    static let views: [any View.Type] = [DetailedCities.self]
}

@Model
struct City {
    var id: Int
    @Field(.maxLength(100)) var name: String
    var population: Int32
}

@Serializer(of: City.self, fields: \.name)
struct CitySerializer {}

@Serializer(of: City.self, fields: \.name, \.population)
struct DetailedCitySerializer {}

@View("/cities")
struct Cities: ListAPIView {
    static let serializer = CitySerializer.self
    static let queryset = City.objects.all()
}

@View("/cities")
struct DetailedCities: ListAPIView {
    static let serializer = DetailedCitySerializer.self
    static let queryset = City.objects.all()
}
