import Concord

@Serializer(.format(.date))
struct Format7 {
    var rawValue: JSON
}
