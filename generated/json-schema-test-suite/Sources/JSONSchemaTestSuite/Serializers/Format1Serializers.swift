import Concord

@Serializer(.format(.idnEmail))
struct Format1 {
    var rawValue: JSON
}
