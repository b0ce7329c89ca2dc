import Concord

@Serializer(.pattern("^a*$"))
struct Pattern0 {
    var rawValue: JSON
}
