import Concord

@Serializer(.format(.time))
struct Format9 {
    var rawValue: JSON
}
