import Concord

@Serializer(.format(.email))
struct Format0 {
    var rawValue: JSON
}
