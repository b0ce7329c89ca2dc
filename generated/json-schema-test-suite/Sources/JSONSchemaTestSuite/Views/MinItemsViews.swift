import Concord

@View("/minItems/0")
struct MinItems0View {
    /// minItems: minItems validation
    @POST("minItems0", .status(204))
    @Response(204, "The instance is valid.")
    func minItems0(@Body body: MinItems0) async throws {
        throw NotImplemented()
    }
}
