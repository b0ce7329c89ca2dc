import Concord

@View("/maxLength/0")
struct MaxLength0View {
    /// maxLength: maxLength validation
    @POST("maxLength0", .status(204))
    @Response(204, "The instance is valid.")
    func maxLength0(@Body body: MaxLength0) async throws {
        throw NotImplemented()
    }
}
