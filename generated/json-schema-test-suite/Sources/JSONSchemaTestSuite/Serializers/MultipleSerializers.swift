import Concord

@Serializer(.multipleOf(2))
struct MultipleOf0 {
    var rawValue: JSON
}

@Serializer(.multipleOf(1.5))
struct MultipleOf1 {
    var rawValue: JSON
}

@Serializer(.multipleOf(0.0001))
struct MultipleOf2 {
    var rawValue: JSON
}

@Serializer(.multipleOf(0.123456789))
struct MultipleOf3 {
    var rawValue: Int
}

@Serializer(.multipleOf(1e-08))
struct MultipleOf4 {
    var rawValue: Int
}
