import Concord

@View("/minLength/0")
struct MinLength0View {
    /// minLength: minLength validation
    @POST("minLength0", .status(204))
    @Response(204, "The instance is valid.")
    func minLength0(@Body body: MinLength0) async throws {
        throw NotImplemented()
    }
}
