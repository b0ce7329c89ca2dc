import Concord

@View("/minimum/0")
struct Minimum0View {
    /// minimum: minimum validation
    @POST("minimum0", .status(204))
    @Response(204, "The instance is valid.")
    func minimum0(@Body body: Minimum0) async throws {
        throw NotImplemented()
    }
}

@View("/minimum/1")
struct Minimum1View {
    /// minimum: minimum validation with signed integer
    @POST("minimum1", .status(204))
    @Response(204, "The instance is valid.")
    func minimum1(@Body body: Minimum1) async throws {
        throw NotImplemented()
    }
}
