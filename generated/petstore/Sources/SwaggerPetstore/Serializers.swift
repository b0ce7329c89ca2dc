import Concord

@Serializer(of: Pet.self)
struct PetSerializer {}

@Serializer(.maxItems(100))
struct Pets {
    var rawValue: [PetSerializer]
}

@Serializer("Error")
struct ErrorSchema {
    var code: Int32
    var message: String
}
