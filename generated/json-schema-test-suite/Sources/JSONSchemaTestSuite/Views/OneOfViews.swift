import Concord

@View("/oneOf/0")
struct OneOf0View {
    /// oneOf: oneOf
    @POST("oneOf0", .status(204))
    @Response(204, "The instance is valid.")
    func oneOf0(@Body body: OneOf0) async throws {
        throw NotImplemented()
    }
}

@View("/oneOf/6")
struct OneOf6View {
    /// oneOf: oneOf complex types
    @POST("oneOf6", .status(204))
    @Response(204, "The instance is valid.")
    func oneOf6(@Body body: OneOf6) async throws {
        throw NotImplemented()
    }
}

@View("/oneOf/7")
struct OneOf7View {
    /// oneOf: oneOf with empty schema
    @POST("oneOf7", .status(204))
    @Response(204, "The instance is valid.")
    func oneOf7(@Body body: OneOf7) async throws {
        throw NotImplemented()
    }
}

@View("/oneOf/8")
struct OneOf8View {
    /// oneOf: oneOf with required
    @POST("oneOf8", .status(204))
    @Response(204, "The instance is valid.")
    func oneOf8(@Body body: OneOf8) async throws {
        throw NotImplemented()
    }
}
