import Concord

@API(title: "Swagger Petstore", version: "1.0.0", .openapi("3.0.0"), .responses(.stated))
enum SwaggerPetstoreAPI {
    static let license = License(name: "MIT")
    static let servers = [Server("http://petstore.swagger.io/v1")]
    static let settings = SchemaSettings(required: .always)
    static let views: [any View.Type] = [PetsView.self, PetDetail.self]
    static let components: [Any.Type] = [PetSerializer.self, Pets.self, ErrorSchema.self]
}
