import Concord

@Serializer(.format("uri-template"))
struct Format16 {
    var rawValue: JSON
}
