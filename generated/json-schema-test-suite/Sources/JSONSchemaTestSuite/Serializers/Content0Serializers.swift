import Concord

@Serializer(.contentMediaType("application/json"))
struct Content0 {
    var rawValue: JSON
}
