import Concord
import Foundation

@API(title: "generic-views", version: "1.0.0")
enum CountriesAPI {
    static let views: [any View.Type] = [
        Countries.self, CountryDetail.self, NewCities.self, Cities.self, CityNames.self, CityRemoval.self,
        CityChange.self, CityWatch.self, CityOffice.self,
    ]
}

@Model
struct Country {
    @Field(.primaryKey, .minLength(2), .maxLength(2)) var code: String
    @Field(.maxLength(60)) var name: String
}

@Model
struct City {
    var id: Int32
    @Field(.unique, .format(.slug), .maxLength(50)) var slug: String
    @ForeignKey(onDelete: .setNull) var country: Nullable<Country.ID>?
}

@Serializer(of: Country.self) struct CountrySerializer {}
@Serializer(of: City.self) struct CitySerializer {}

@View("/countries", .tags("countries"))
struct Countries: ListCreateAPIView {
    static let serializer = CountrySerializer.self
    static let queryset = Country.objects.all()
}

@View("/countries/{code}", .tags("countries"))
struct CountryDetail: RetrieveUpdateDestroyAPIView {
    static let serializer = CountrySerializer.self
    static let queryset = Country.objects.all()
}

@View("/cities/new", .tags("cities"))
struct NewCities: CreateAPIView {
    static let serializer = CitySerializer.self
    static let queryset = City.objects.all()
}

@View("/cities", .tags("cities"))
struct Cities: ListAPIView {
    static let serializer = CitySerializer.self
    static let queryset = City.objects.all()
}

@View("/cities/{slug}", .tags("cities"))
struct CityNames: RetrieveAPIView {
    static let serializer = CitySerializer.self
    static let queryset = City.objects.all()
    static let lookup = \City.slug
}

@View("/cities/{id}/removal", .tags("cities"))
struct CityRemoval: DestroyAPIView {
    static let serializer = CitySerializer.self
    static let queryset = City.objects.all()
}

@View("/cities/{id}/change", .tags("cities"))
struct CityChange: UpdateAPIView {
    static let serializer = CitySerializer.self
    static let queryset = City.objects.all()
}

@View("/cities/{id}/watch", .tags("cities"), .schema(AutoSchema(operationIDBase: "CityWatch")))
struct CityWatch: RetrieveDestroyAPIView {
    static let serializer = CitySerializer.self
    static let queryset = City.objects.all()
}

@View("/cities/{id}/office", .tags("cities"), .schema(AutoSchema(operationIDBase: "CityOffice")))
struct CityOffice: RetrieveUpdateAPIView {
    static let serializer = CitySerializer.self
    static let queryset = City.objects.all()
}
