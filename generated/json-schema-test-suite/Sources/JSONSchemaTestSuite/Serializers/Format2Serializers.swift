import Concord

@Serializer(.format(.regex))
struct Format2 {
    var rawValue: JSON
}
