import Concord

@View("/exclusiveMinimum/0")
struct ExclusiveMinimum0View {
    /// exclusiveMinimum: exclusiveMinimum validation
    @POST("exclusiveMinimum0", .status(204))
    @Response(204, "The instance is valid.")
    func exclusiveMinimum0(@Body body: ExclusiveMinimum0) async throws {
        throw NotImplemented()
    }
}
