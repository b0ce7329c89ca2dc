import Concord

@View("/enum/0")
struct Enum0View {
    /// enum: simple enum validation
    @POST("enum0", .status(204))
    @Response(204, "The instance is valid.")
    func enum0(@Body body: Enum0) async throws {
        throw NotImplemented()
    }
}

@View("/enum/1")
struct Enum1View {
    /// enum: heterogeneous enum validation
    @POST("enum1", .status(204))
    @Response(204, "The instance is valid.")
    func enum1(@Body body: Enum1) async throws {
        throw NotImplemented()
    }
}

@View("/enum/2")
struct Enum2View {
    /// enum: heterogeneous enum-with-null validation
    @POST("enum2", .status(204))
    @Response(204, "The instance is valid.")
    func enum2(@Body body: Enum2) async throws {
        throw NotImplemented()
    }
}

@View("/enum/3")
struct Enum3View {
    /// enum: enums in properties
    @POST("enum3", .status(204))
    @Response(204, "The instance is valid.")
    func enum3(@Body body: Enum3) async throws {
        throw NotImplemented()
    }
}

@View("/enum/4")
struct Enum4View {
    /// enum: enum with escaped characters
    @POST("enum4", .status(204))
    @Response(204, "The instance is valid.")
    func enum4(@Body body: Enum4) async throws {
        throw NotImplemented()
    }
}

@View("/enum/5")
struct Enum5View {
    /// enum: enum with false does not match 0
    @POST("enum5", .status(204))
    @Response(204, "The instance is valid.")
    func enum5(@Body body: Enum5) async throws {
        throw NotImplemented()
    }
}

@View("/enum/6")
struct Enum6View {
    /// enum: enum with [false] does not match [0]
    @POST("enum6", .status(204))
    @Response(204, "The instance is valid.")
    func enum6(@Body body: Enum6) async throws {
        throw NotImplemented()
    }
}

@View("/enum/7")
struct Enum7View {
    /// enum: enum with true does not match 1
    @POST("enum7", .status(204))
    @Response(204, "The instance is valid.")
    func enum7(@Body body: Enum7) async throws {
        throw NotImplemented()
    }
}

@View("/enum/8")
struct Enum8View {
    /// enum: enum with [true] does not match [1]
    @POST("enum8", .status(204))
    @Response(204, "The instance is valid.")
    func enum8(@Body body: Enum8) async throws {
        throw NotImplemented()
    }
}

@View("/enum/9")
struct Enum9View {
    /// enum: enum with 0 does not match false
    @POST("enum9", .status(204))
    @Response(204, "The instance is valid.")
    func enum9(@Body body: Enum9) async throws {
        throw NotImplemented()
    }
}

@View("/enum/10")
struct Enum10View {
    /// enum: enum with [0] does not match [false]
    @POST("enum10", .status(204))
    @Response(204, "The instance is valid.")
    func enum10(@Body body: Enum10) async throws {
        throw NotImplemented()
    }
}

@View("/enum/11")
struct Enum11View {
    /// enum: enum with 1 does not match true
    @POST("enum11", .status(204))
    @Response(204, "The instance is valid.")
    func enum11(@Body body: Enum11) async throws {
        throw NotImplemented()
    }
}

@View("/enum/12")
struct Enum12View {
    /// enum: enum with [1] does not match [true]
    @POST("enum12", .status(204))
    @Response(204, "The instance is valid.")
    func enum12(@Body body: Enum12) async throws {
        throw NotImplemented()
    }
}

@View("/enum/13")
struct Enum13View {
    /// enum: nul characters in strings
    @POST("enum13", .status(204))
    @Response(204, "The instance is valid.")
    func enum13(@Body body: Enum13) async throws {
        throw NotImplemented()
    }
}
