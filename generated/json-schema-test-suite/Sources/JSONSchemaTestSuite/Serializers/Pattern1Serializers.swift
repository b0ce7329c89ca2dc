import Concord

@Serializer(.pattern("a+"))
struct Pattern1 {
    var rawValue: JSON
}
