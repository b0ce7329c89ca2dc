import Concord

@Serializer(.format(.dateTime))
struct Format8 {
    var rawValue: JSON
}
