import Concord

@Serializer(.format(.uuid))
struct Format17 {
    var rawValue: JSON
}
