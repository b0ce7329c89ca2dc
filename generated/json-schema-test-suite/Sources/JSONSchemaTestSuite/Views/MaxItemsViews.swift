import Concord

@View("/maxItems/0")
struct MaxItems0View {
    /// maxItems: maxItems validation
    @POST("maxItems0", .status(204))
    @Response(204, "The instance is valid.")
    func maxItems0(@Body body: MaxItems0) async throws {
        throw NotImplemented()
    }
}
