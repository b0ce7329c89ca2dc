import Concord

@Serializer(.format(.uri))
struct Format14 {
    var rawValue: JSON
}
