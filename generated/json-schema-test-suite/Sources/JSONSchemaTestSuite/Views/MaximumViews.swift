import Concord

@View("/maximum/0")
struct Maximum0View {
    /// maximum: maximum validation
    @POST("maximum0", .status(204))
    @Response(204, "The instance is valid.")
    func maximum0(@Body body: Maximum0) async throws {
        throw NotImplemented()
    }
}

@View("/maximum/1")
struct Maximum1View {
    /// maximum: maximum validation with unsigned integer
    @POST("maximum1", .status(204))
    @Response(204, "The instance is valid.")
    func maximum1(@Body body: Maximum1) async throws {
        throw NotImplemented()
    }
}
