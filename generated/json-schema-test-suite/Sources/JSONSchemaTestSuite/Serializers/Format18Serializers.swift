import Concord

@Serializer(.format(.duration))
struct Format18 {
    var rawValue: JSON
}
