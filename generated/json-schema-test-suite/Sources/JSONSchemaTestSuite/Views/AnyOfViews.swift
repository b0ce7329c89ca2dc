import Concord

@View("/anyOf/0")
struct AnyOf0View {
    /// anyOf: anyOf
    @POST("anyOf0", .status(204))
    @Response(204, "The instance is valid.")
    func anyOf0(@Body body: AnyOf0) async throws {
        throw NotImplemented()
    }
}

@View("/anyOf/5")
struct AnyOf5View {
    /// anyOf: anyOf complex types
    @POST("anyOf5", .status(204))
    @Response(204, "The instance is valid.")
    func anyOf5(@Body body: AnyOf5) async throws {
        throw NotImplemented()
    }
}

@View("/anyOf/6")
struct AnyOf6View {
    /// anyOf: anyOf with one empty schema
    @POST("anyOf6", .status(204))
    @Response(204, "The instance is valid.")
    func anyOf6(@Body body: AnyOf6) async throws {
        throw NotImplemented()
    }
}
