import Concord

@View("/propertyNames/0")
struct PropertyNames0View {
    /// propertyNames: propertyNames validation
    @POST("propertyNames0", .status(204))
    @Response(204, "The instance is valid.")
    func propertyNames0(@Body body: PropertyNames0) async throws {
        throw NotImplemented()
    }
}

@View("/propertyNames/1")
struct PropertyNames1View {
    /// propertyNames: propertyNames validation with pattern
    @POST("propertyNames1", .status(204))
    @Response(204, "The instance is valid.")
    func propertyNames1(@Body body: PropertyNames1) async throws {
        throw NotImplemented()
    }
}

@View("/propertyNames/5")
struct PropertyNames5View {
    /// propertyNames: propertyNames with enum
    @POST("propertyNames5", .status(204))
    @Response(204, "The instance is valid.")
    func propertyNames5(@Body body: PropertyNames5) async throws {
        throw NotImplemented()
    }
}
