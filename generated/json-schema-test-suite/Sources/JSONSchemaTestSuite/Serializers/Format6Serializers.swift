import Concord

@Serializer(.format(.hostname))
struct Format6 {
    var rawValue: JSON
}
