import Concord

@Serializer(.pattern(#"^\p{Letter}+$"#))
struct Pattern2 {
    var rawValue: String
}
