import Concord

@View("/allOf/0")
struct AllOf0View {
    /// allOf: allOf
    @POST("allOf0", .status(204))
    @Response(204, "The instance is valid.")
    func allOf0(@Body body: AllOf0) async throws {
        throw NotImplemented()
    }
}

@View("/allOf/1")
struct AllOf1View {
    /// allOf: allOf with base schema
    @POST("allOf1", .status(204))
    @Response(204, "The instance is valid.")
    func allOf1(@Body body: AllOf1) async throws {
        throw NotImplemented()
    }
}

@View("/allOf/2")
struct AllOf2View {
    /// allOf: allOf simple types
    @POST("allOf2", .status(204))
    @Response(204, "The instance is valid.")
    func allOf2(@Body body: AllOf2) async throws {
        throw NotImplemented()
    }
}

@View("/allOf/6")
struct AllOf6View {
    /// allOf: allOf with one empty schema
    @POST("allOf6", .status(204))
    @Response(204, "The instance is valid.")
    func allOf6(@Body body: AllOf6) async throws {
        throw NotImplemented()
    }
}

@View("/allOf/7")
struct AllOf7View {
    /// allOf: allOf with two empty schemas
    @POST("allOf7", .status(204))
    @Response(204, "The instance is valid.")
    func allOf7(@Body body: AllOf7) async throws {
        throw NotImplemented()
    }
}

@View("/allOf/8")
struct AllOf8View {
    /// allOf: allOf with the first empty schema
    @POST("allOf8", .status(204))
    @Response(204, "The instance is valid.")
    func allOf8(@Body body: AllOf8) async throws {
        throw NotImplemented()
    }
}

@View("/allOf/9")
struct AllOf9View {
    /// allOf: allOf with the last empty schema
    @POST("allOf9", .status(204))
    @Response(204, "The instance is valid.")
    func allOf9(@Body body: AllOf9) async throws {
        throw NotImplemented()
    }
}

@View("/allOf/10")
struct AllOf10View {
    /// allOf: nested allOf, to check validation semantics
    @POST("allOf10", .status(204))
    @Response(204, "The instance is valid.")
    func allOf10(@Body body: AllOf10) async throws {
        throw NotImplemented()
    }
}
