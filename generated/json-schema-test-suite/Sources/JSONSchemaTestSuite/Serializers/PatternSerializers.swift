import Concord

@Serializer(.type(nil))
struct PatternProperties0 {
    @PatternProperties("f.*o") var matching: [String: Int]
}

@Serializer(.type(nil))
struct PatternProperties1 {
    @PatternProperties("a*") var matching: [String: Int]
    @PatternProperties("aaa*") @Field(.additionalProperties(.maximum(20))) var matching2: [String: JSON]
}

@Serializer(.type(nil))
struct PatternProperties2 {
    @PatternProperties("[0-9]{2,}") var matching: [String: Bool]
    @PatternProperties("X_") var matching2: [String: String]
}

@Serializer(.type(nil))
struct PatternProperties4 {
    @PatternProperties("^.*bar$") var matching: [String: Null]
}

@Serializer
struct PatternProperties5 {
    @PatternProperties(#"^\p{Letter}+$"#) var matching: [String: Double]
}
