import Concord

@Serializer(.propertyNames(.maxLength(3)))
struct PropertyNames0 {
    var rawValue: JSON
}

@Serializer(.propertyNames(.pattern("^a+$")))
struct PropertyNames1 {
    var rawValue: JSON
}

@Serializer(.propertyNames(.enum("foo", "bar")))
struct PropertyNames5 {
    var rawValue: JSON
}
