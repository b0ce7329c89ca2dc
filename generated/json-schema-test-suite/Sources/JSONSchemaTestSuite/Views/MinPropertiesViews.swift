import Concord

@View("/minProperties/0")
struct MinProperties0View {
    /// minProperties: minProperties validation
    @POST("minProperties0", .status(204))
    @Response(204, "The instance is valid.")
    func minProperties0(@Body body: MinProperties0) async throws {
        throw NotImplemented()
    }
}
