import Concord

@Serializer
struct AllOf0 {
    @AllOf var part: Part
    @AllOf var part2: Part2

    @Serializer(.type(nil))
    struct Part {
        var bar: Int
    }

    @Serializer(.type(nil))
    struct Part2 {
        var foo: String
    }
}

@Serializer(.properties(.beside))
struct AllOf1 {
    var bar: Int
    @AllOf var part2: Part2
    @AllOf var part: Part

    @Serializer(.type(nil))
    struct Part2 {
        var foo: String
    }

    @Serializer(.type(nil))
    struct Part {
        var baz: Null
    }
}

@Serializer(.maximum(30), .allOf(Schema(.minimum(20))))
struct AllOf2 {
    var rawValue: JSON
}

@Serializer(.ref(.allOf))
struct AllOf6 {
    var rawValue: Value

    @Serializer
    struct Value {
        var rawValue: JSON
    }
}

@Serializer(.allOf(Schema()))
struct AllOf7 {
    var rawValue: JSON
}

@Serializer(.allOf(Schema(.type(.number))))
struct AllOf8 {
    var rawValue: JSON
}

@Schema(.allOf(Schema())) typealias AllOf9 = Double

@Serializer(.ref(.allOf))
struct AllOf10 {
    var rawValue: AllOf10Value

    @Serializer
    struct Value {
        var rawValue: Null
    }

    @Serializer(.ref(.allOf))
    struct AllOf10Value {
        var rawValue: Value
    }
}
