import Concord

@View("/exclusiveMaximum/0")
struct ExclusiveMaximum0View {
    /// exclusiveMaximum: exclusiveMaximum validation
    @POST("exclusiveMaximum0", .status(204))
    @Response(204, "The instance is valid.")
    func exclusiveMaximum0(@Body body: ExclusiveMaximum0) async throws {
        throw NotImplemented()
    }
}
