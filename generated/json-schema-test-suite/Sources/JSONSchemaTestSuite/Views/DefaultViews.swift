import Concord

@View("/default/0")
struct Default0View {
    /// default: invalid type for default
    @POST("default0", .status(204))
    @Response(204, "The instance is valid.")
    func default0(@Body body: Default0) async throws {
        throw NotImplemented()
    }
}

@View("/default/1")
struct Default1View {
    /// default: invalid string value for default
    @POST("default1", .status(204))
    @Response(204, "The instance is valid.")
    func default1(@Body body: Default1) async throws {
        throw NotImplemented()
    }
}

@View("/default/2")
struct Default2View {
    /// default: the default keyword does not do anything if the property is missing
    @POST("default2", .status(204))
    @Response(204, "The instance is valid.")
    func default2(@Body body: Default2) async throws {
        throw NotImplemented()
    }
}
