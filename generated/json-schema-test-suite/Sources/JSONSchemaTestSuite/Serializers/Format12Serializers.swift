import Concord

@Serializer(.format("iri"))
struct Format12 {
    var rawValue: JSON
}
