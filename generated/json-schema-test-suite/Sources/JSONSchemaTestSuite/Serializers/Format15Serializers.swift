import Concord

@Serializer(.format(.uriReference))
struct Format15 {
    var rawValue: JSON
}
