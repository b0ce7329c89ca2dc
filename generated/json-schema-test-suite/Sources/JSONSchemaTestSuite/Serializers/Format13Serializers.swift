import Concord

@Serializer(.format("iri-reference"))
struct Format13 {
    var rawValue: JSON
}
