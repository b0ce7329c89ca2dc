import Concord

@Serializer
struct Pet {
    var id: Int64
    var name: String
    var tag: String?
}

@Serializer(maxItems: 100)
struct Pets {
    var rawValue: [Pet]
}

@Serializer("Error")
struct ErrorSchema {
    var code: Int32
    var message: String
}
